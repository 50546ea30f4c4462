"""The register of dual publicity: decided cases, what each still lacks, and by when."""

from collections.abc import Sequence
from datetime import date

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from sunlit.approvals.forms import publicity as forms
from sunlit.approvals.models import PenaltyCategory, PublicityRecord
from sunlit.approvals.policies import publicity as policies
from sunlit.approvals.publicity import figures
from sunlit.approvals.selectors import handovers as files
from sunlit.approvals.selectors import publicity as selectors
from sunlit.approvals.selectors import timeliness
from sunlit.approvals.selectors.timeliness import TakenBack, Timeliness
from sunlit.approvals.services import publicity as services
from sunlit.approvals.waiting import publicity_under_way
from sunlit.design.columns import choice, day, number, quoted, text
from sunlit.design.faces import said
from sunlit.design.registers import (
    ActAtDesk,
    Column,
    Filter,
    Label,
    NamedClock,
    Register,
    Summary,
    register,
)
from sunlit.organization.models import Official, Role
from sunlit.organization.selectors import office_day


def _records(by: Official) -> QuerySet[PublicityRecord]:
    today = office_day()
    records = selectors.with_handover(selectors.publicity_records(by.agency))
    return selectors.late_first(timeliness.with_timeliness(records, on=today), on=today)


def _kinds(_by: Official) -> Sequence[tuple[str, Label]]:
    return [("False", _("Licences")), ("True", _("Penalties"))]


def _progress(_by: Official) -> Sequence[tuple[str, Label]]:
    return [
        ("True", pgettext_lazy("publicity", "nothing typed in yet")),
        ("False", pgettext_lazy("publicity", "typed in")),
    ]


def _timeliness(_by: Official) -> Sequence[tuple[str, Label]]:
    return list(Timeliness.choices)


def _counted(_by: Official) -> Sequence[tuple[str, Label]]:
    return [
        ("False", _("has one")),
        ("True", pgettext_lazy("day of publicity", "has none")),
    ]


def _withdrawn(_by: Official) -> Sequence[tuple[str, Label]]:
    return [
        ("False", pgettext_lazy("publicity", "yes")),
        ("True", pgettext_lazy("publicity", "no")),
    ]


def _taken_back(_by: Official) -> Sequence[tuple[str, Label]]:
    return list(TakenBack.choices)


def _handed_over(_by: Official) -> Sequence[tuple[str, Label]]:
    return [("no", _("to be handed over")), ("yes", _("handed over"))]


def _handed_over_on(record: PublicityRecord) -> date | None:
    return record.handover.handed_over_on if record.handover else None


def _summary(by: Official) -> Summary | None:
    """Return by month how many decisions were public in time, each figure with its records."""
    today = office_day()
    records = selectors.publicity_records(by.agency)
    periods = [
        period
        for year in timeliness.years(records, on=today)
        for period in (year, *timeliness.months(records, year.year, on=today))
    ]
    if not periods:
        return None
    latest = periods[0]
    share = "–" if latest.share is None else f"{latest.share} %"
    return Summary(
        label=_("Public in time: %(share)s of %(year)s") % {"share": share, "year": latest.year},
        columns=figures.heads(),
        rows=[figures.row(period, figures.at_the_desk) for period in periods],
    )


def _years(by: Official) -> Sequence[tuple[str, Label]]:
    years = _records(by).order_by("-year").values_list("year", flat=True).distinct()
    return [(str(year), str(year)) for year in years]


def _title(record: PublicityRecord) -> str:
    return record.licence.power.name if record.licence else record.case.power.name


def _kind(record: PublicityRecord) -> Label:
    return (
        pgettext_lazy("decision", "licence")
        if record.licence
        else pgettext_lazy("decision", "penalty")
    )


def _counterpart(record: PublicityRecord) -> str:
    if record.licence is not None:
        return record.licence.applicant
    return record.penalty.party if record.penalty else ""


def _missing(record: PublicityRecord) -> str:
    return "、".join(said(column.title) for column in selectors.missing_columns(record))


def _missing_count(record: PublicityRecord) -> int:
    return len(selectors.missing_columns(record))


def _penalty_categories(record: PublicityRecord) -> str:
    named = dict(PenaltyCategory.choices)
    return "、".join(str(named[name]) for name in record.categories if name in named)


def _state(record: PublicityRecord) -> tuple[str, Label]:
    if record.withdrawn_on:
        return "neutral", _("publication withdrawn")
    today = office_day()
    if record.is_simple:
        return "neutral", _("simple procedure: not in the sheet")
    if record.published_on is None:
        late = record.due_on is not None and record.due_on < today
        return ("late", _("not public, late")) if late else ("in_time", _("to be made public"))
    if record.public_until and record.public_until < today:
        return "neutral", _("no longer public")
    if _missing_count(record):
        return "at_risk", _("public, columns missing")
    return "done", _("public and complete")


register(
    Register(
        name="dual-publicity",
        label=_("Dual publicity"),
        intro=_(
            "Every decision on a licence and every penalty in the official columns: what is "
            "missing, and by when it must be public."
        ),
        model=PublicityRecord,
        roles=frozenset(
            {Role.WINDOW_CLERK, Role.INVESTIGATOR, Role.SECTION_HEAD, Role.APPROVER, Role.CLERK}
        ),
        records=_records,
        number=lambda record: str(record.number),
        title=_title,
        columns=(
            Column(label=_("Kind"), value=_kind),
            day("decided_on", _("Decided on")),
            day("due_on", _("To be public by")),
            Column(label=_("Public since"), value=lambda one: one.published_on, kind="day"),
            Column(label=_("Columns missing"), value=_missing_count, kind="number"),
            Column(label=_("State"), value=_state, kind="state"),
        ),
        facts=(
            Column(label=_("Counterpart"), value=_counterpart, kind="quoted", personal=True),
            Column(label=_("Missing"), value=_missing),
            day("completed_on", _("Completed on")),
            text("credit_code", _("Unified social credit code"), personal=True),
            text("registration_number", _("Business registration number"), personal=True),
            text("organisation_code", _("Organisation code"), personal=True),
            text("tax_number", _("Tax registration number"), personal=True),
            text("institution_number", _("Certificate number of a public institution")),
            text("society_number", _("Registration number of a social organisation")),
            quoted("representative", _("Legal representative"), personal=True),
            choice("identity_document", _("Kind of identity document")),
            choice("category", _("Category of the licence")),
            quoted("certificate", _("Name of the certificate")),
            text("licence_number", _("Number of the licence")),
            day("valid_from", _("Valid from")),
            day("valid_until", _("Valid until")),
            Column(label=_("Categories of the penalty"), value=_penalty_categories),
            quoted("facts", _("Facts found"), personal=True),
            quoted("basis", _("Basis of the penalty")),
            number("confiscated", _("Confiscated, in yuan")),
            quoted("permit", _("Permit suspended or revoked")),
            day("in_force_until", _("Penalty in force until")),
            day("public_until", pgettext_lazy("penalty", "Public until")),
            quoted("remark", _("Remark")),
            Column(label=_("Handed over on"), value=_handed_over_on, kind="day"),
            day("fell_on", _("No longer stands since")),
            day("withdrawal_due_on", _("To be withdrawn by")),
            day("withdrawn_on", _("Publication withdrawn on")),
            quoted("withdrawal_reason", _("Reason of the withdrawal")),
        ),
        filters=(
            Filter(name="kind", label=_("Kind"), lookup="licence__isnull", choices=_kinds),
            Filter(
                name="progress",
                label=pgettext_lazy("publicity", "Progress"),
                lookup="completed_on__isnull",
                choices=_progress,
            ),
            Filter(name="year", label=_("Year"), lookup="year", choices=_years),
            Filter(
                name="timeliness",
                label=_("Publication"),
                lookup="timeliness",
                choices=_timeliness,
            ),
            Filter(
                name="counted",
                label=_("Day of publicity"),
                lookup="timeliness__isnull",
                choices=_counted,
            ),
            Filter(
                name="withdrawn",
                label=_("Withdrawn"),
                lookup="taken_back__isnull",
                choices=_withdrawn,
            ),
            Filter(
                name="taken_back", label=_("Withdrawal"), lookup="taken_back", choices=_taken_back
            ),
            Filter(
                name="handed_over",
                label=_("Credit platform"),
                lookup="handed_over",
                choices=_handed_over,
            ),
        ),
        searched=(
            "licence__number", "licence__document_number", "licence__applicant",
            "penalty__number", "penalty__document_number", "penalty__party", "penalty__cause",
        ),
        acts=(
            ActAtDesk(
                name="complete-licence",
                label=_("Complete the licence"),
                basis="licence.publish",
                do=services.complete_licence,
                form=forms.CompleteLicenceForm,
                why_not=policies.why_not_complete_licence,
                done=_("The decision has been completed for publicity."),
            ),
            ActAtDesk(
                name="complete-penalty",
                label=_("Complete the penalty"),
                basis="penalty.publish",
                do=services.complete_penalty,
                form=forms.CompletePenaltyForm,
                why_not=policies.why_not_complete_penalty,
                done=_("The decision has been completed for publicity."),
            ),
            ActAtDesk(
                name="set-category",
                label=_("Set the category of the licence"),
                basis="licence.publish",
                do=services.set_category,
                form=forms.CategoryForm,
                why_not=policies.why_not_complete_licence,
                done=_("The category has been set."),
                together=True,
            ),
            ActAtDesk(
                name="withdraw-licence",
                label=_("Take the licence out of publicity"),
                basis="licence.withdraw_publication",
                do=services.withdraw_licence,
                form=forms.FallenForm,
                why_not=policies.why_not_withdraw,
                done=_("The decision has left the public list and stands among those withdrawn."),
            ),
        ),
        opening=(
            ActAtDesk(
                name="hand-over",
                label=_("Hand over to the credit platform"),
                basis="penalty.publish",
                do=services.hand_over,
                form=forms.HandOverForm,
                why_not=policies.why_not_hand_over,
                done=_("The decisions have been handed over."),
                hands_out=files.of_handover,
            ),
        ),
        summary=_summary,
        clocks=(NamedClock(label=_("Limit of publicity"), read=selectors.publicity_clock),),
        waiting=publicity_under_way,
        follows=("licence", "penalty"),
    )
)  # fmt: skip
