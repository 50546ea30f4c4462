"""The register of reconsideration and litigation at the desk."""

from collections.abc import Sequence

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from sunlit.design.columns import choice, day, listed, number, quoted, text, yes_no
from sunlit.design.registers import (
    ActAtDesk,
    Column,
    Field,
    Filter,
    Label,
    NamedClock,
    Register,
    register,
)
from sunlit.organization.models import Official, Role
from sunlit.organization.selectors import office_day
from sunlit.remedies import forms, policies, selectors, services
from sunlit.remedies.lifecycle import Status
from sunlit.remedies.models import Kind, Outcome, Remedy
from sunlit.remedies.waiting import files_open


def _files(by: Official) -> QuerySet[Remedy]:
    return selectors.remedies(by.agency).order_by("-filed_on", "-number")


def _kinds(_by: Official) -> Sequence[tuple[str, Label]]:
    return [(kind.value, kind.label) for kind in Kind]


def _outcomes(_by: Official) -> Sequence[tuple[str, Label]]:
    return [(outcome.value, outcome.label) for outcome in Outcome]


def _statuses(_by: Official) -> Sequence[tuple[str, Label]]:
    return [(status.value, status.label) for status in Status]


def _state(remedy: Remedy) -> tuple[str, Label]:
    status = Status(remedy.status)
    if status == Status.ARCHIVED:
        return "done", status.label
    if status == Status.DECIDED:
        return "in_time", status.label
    clock = selectors.clock(remedy)
    is_late = clock is not None and clock.overdue_on(office_day())
    return "late" if is_late else "in_time", status.label


register(
    Register(
        name="remedies",
        label=_("Reconsideration and litigation"),
        intro=_("Cases in which an act of the agency is contested, kept by the legal section."),
        model=Remedy,
        roles=frozenset({Role.SECTION_HEAD, Role.CLERK, Role.APPROVER}),
        records=_files,
        number=Field("number"),
        title=Field("cause"),
        columns=(
            choice("kind", _("Kind")),
            day("filed_on", pgettext_lazy("remedy", "Applied for or sued on")),
            day("decided_on", pgettext_lazy("remedy", "Decided on")),
            choice("outcome", _("Outcome")),
            Column(label=_("State"), value=_state, kind="state"),
        ),
        facts=(
            choice("kind", _("Kind")),
            quoted("applicant", _("Applicant or plaintiff"), personal=True),
            text("original.number", pgettext_lazy("remedy", "Contested act")),
            quoted("organ", _("Deciding organ")),
            day("filed_on", pgettext_lazy("remedy", "Applied for or sued on")),
            day("accepted_on", pgettext_lazy("remedy", "Accepted by the organ on")),
            day("notified_on", _("Notice received on")),
            day("replied_on", pgettext_lazy("remedy", "Reply made on")),
            day("hearing_on", pgettext_lazy("remedy", "Heard on")),
            day("decided_on", pgettext_lazy("remedy", "Decided on")),
            quoted("result", _("Result")),
            choice("outcome", _("Outcome")),
            quoted("basis", _("Basis of the result")),
            quoted("lesson", _("Lesson drawn")),
            listed("documents", pgettext_lazy("remedy", "Documents")),
            Column(
                label=_("Documents still missing"),
                value=lambda remedy: "、".join(selectors.missing_documents(remedy)),
                kind="quoted",
            ),
            yes_no("is_complete", _("File complete")),
            number("pages", _("Pages of the file")),
            day("archived_on", _("Archived on")),
            quoted("handler", pgettext_lazy("remedy", "Handled by")),
        ),
        filters=(
            Filter(name="kind", label=_("Kind"), lookup="kind", choices=_kinds),
            Filter(name="outcome", label=_("Outcome"), lookup="outcome", choices=_outcomes),
            Filter(name="status", label=_("Status"), lookup="status", choices=_statuses),
        ),
        searched=("number", "applicant", "cause", "organ"),
        opening=(
            ActAtDesk(
                name="open",
                label=_("Open a file"),
                basis="reconsideration.reply",
                do=services.open_file,
                form=forms.OpenForm,
                why_not=policies.why_not_open,
                done=_("The file has been opened and has its number."),
            ),
        ),
        acts=(
            ActAtDesk(
                name="reply",
                label=pgettext_lazy("remedy", "Enter the reply"),
                basis="reconsideration.reply",
                do=services.reply,
                why_not=policies.why_not_reply,
                done=pgettext_lazy("remedy", "The reply has been entered."),
            ),
            ActAtDesk(
                name="record-hearing",
                label=pgettext_lazy("remedy", "Enter the hearing"),
                basis="reconsideration.decide",
                do=services.record_hearing,
                why_not=policies.why_not_record_hearing,
                done=pgettext_lazy("remedy", "The hearing has been entered."),
            ),
            ActAtDesk(
                name="record-decision",
                label=pgettext_lazy("remedy", "Enter the decision"),
                basis="reconsideration.decide",
                do=services.record_decision,
                form=forms.DecisionForm,
                why_not=policies.why_not_record_decision,
                done=pgettext_lazy("remedy", "The decision has been entered."),
            ),
            ActAtDesk(
                name="file-documents",
                label=_("Put documents into the file"),
                basis="remedies.archive",
                do=services.file_documents,
                form=forms.DocumentsForm,
                why_not=policies.why_not_file_documents,
                done=_("The documents are in the file."),
            ),
            ActAtDesk(
                name="archive",
                label=_("Archive the file"),
                basis="remedies.archive",
                do=services.archive,
                form=forms.ArchiveForm,
                why_not=policies.why_not_archive,
                done=_("The file has been archived."),
            ),
        ),
        clocks=(
            NamedClock(label=_("Reply of the agency"), read=selectors.reply_clock),
            NamedClock(label=_("Decision of the organ"), read=selectors.decision_clock),
        ),
        waiting=files_open,
        follows=("penalty", "information_request"),
    )
)
