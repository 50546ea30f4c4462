"""The registers of letters, of the agency's own wording of them, and of who reviews it."""

from collections.abc import Sequence

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from sunlit.approvals.forms import letters as forms
from sunlit.approvals.letters import selectors
from sunlit.approvals.letters.kinds import Kind
from sunlit.approvals.models import Letter, LetterTemplate, ReviewBodies
from sunlit.approvals.policies import letters as policies
from sunlit.approvals.services import letters as services
from sunlit.design.columns import choice, day, number, quoted, text
from sunlit.design.registers import (
    ActAtDesk,
    Column,
    Field,
    Filter,
    Label,
    Register,
    register,
)
from sunlit.organization.models import Official
from sunlit.organization.selectors import office_day


def _letters(by: Official) -> QuerySet[Letter]:
    return policies.letters_open_to(by)


def _kinds(_by: Official) -> Sequence[tuple[str, Label]]:
    return [(kind.value, kind.label) for kind in Kind]


def _title(letter: Letter) -> str:
    return letter.said.title


def _words(letter: Letter) -> str:
    return letter.said.plain


def _case_number(letter: Letter) -> str:
    return letter.case.number


def _delivery(letter: Letter) -> tuple[str, Label]:
    if letter.delivered_on:
        return "done", _("delivered")
    if letter.kind not in selectors.FOR_THE_PARTY:
        return "neutral", _("in the file")
    return "paused", _("not yet delivered")


def _holds(one: LetterTemplate | ReviewBodies) -> tuple[str, Label]:
    on = office_day()
    if one.since > on:
        return "neutral", _("to come")
    if isinstance(one, LetterTemplate):
        later = selectors.templates_set(one.agency).filter(
            kind=one.kind, since__gt=one.since, since__lte=on
        ).exists()  # fmt: skip
    else:
        later = selectors.bodies_named(one.agency).filter(
            since__gt=one.since, since__lte=on
        ).exists()  # fmt: skip
    return ("neutral", _("replaced")) if later else ("in_time", _("in force"))


def _templates(by: Official) -> QuerySet[LetterTemplate]:
    return selectors.templates_set(by.agency)


def _bodies(by: Official) -> QuerySet[ReviewBodies]:
    return selectors.bodies_named(by.agency)


register(
    Register(
        name="letters",
        label=_("Letters"),
        intro=_("The letters written in cases; each stays as it was written."),
        model=Letter,
        roles=frozenset(policies.WHO_READ),
        records=_letters,
        number=Field("number"),
        title=_title,
        columns=(
            choice("kind", _("Letter")),
            Column(label=_("Case"), value=_case_number),
            day("dated_on", _("Dated")),
            Column(label=_("State"), value=_delivery, kind="state"),
        ),
        facts=(
            choice("kind", _("Letter")),
            Column(label=_("Case"), value=_case_number),
            day("dated_on", _("Dated")),
            day("written_on", _("Written on")),
            day("delivered_on", _("Delivered on")),
            quoted("delivered_how", _("How it was delivered")),
            quoted("signed_by", _("Signed by")),
            text("template", _("Template")),
            Column(label=_("What it says"), value=_words, kind="quoted", personal=True),
        ),
        filters=(Filter(name="kind", label=_("Letter"), lookup="kind", choices=_kinds),),
        searched=("number", *(f"{case}__number" for case in selectors.CASES)),
        acts=(
            ActAtDesk(
                name="deliver",
                label=_("Enter the delivery"),
                basis="licence.deliver",
                do=services.deliver,
                form=forms.DeliveredForm,
                why_not=policies.why_not_deliver,
                done=_("The delivery has been entered."),
            ),
        ),
        letters=lambda letter: [letter],
    ),
    Register(
        name="letter-templates",
        label=_("Templates of letters"),
        intro=_("The agency's own wording of letters; without one, the shipped wording holds."),
        model=LetterTemplate,
        roles=frozenset((*policies.WHO_WORD, *policies.WHO_READ)),
        records=_templates,
        number=Field("version"),
        title=Field("title"),
        columns=(
            choice("kind", _("Letter")),
            quoted("title", _("Title of the letter")),
            day("since", _("Since")),
            Column(label=_("State"), value=_holds, kind="state"),
        ),
        facts=(
            choice("kind", _("Letter")),
            number("version", _("Version")),
            quoted("title", _("Title of the letter")),
            day("since", _("Since")),
            Column(label=_("State"), value=_holds, kind="state"),
            quoted("text", _("Text")),
        ),
        filters=(Filter(name="kind", label=_("Letter"), lookup="kind", choices=_kinds),),
        searched=("title", "text"),
        opening=(
            ActAtDesk(
                name="set",
                label=_("Set a template"),
                basis="penalty.contents",
                do=services.set_template,
                form=forms.LetterTemplateForm,
                why_not=policies.why_not_set_template,
                done=_("The template has been set; letters from its day on go by it."),
            ),
        ),
    ),
    Register(
        name="review-bodies",
        label=_("Review bodies and court"),
        intro=_("Who reviews the agency's decisions, and which court hears suits against them; "
                "each decision names them."),
        model=ReviewBodies,
        roles=frozenset((*policies.WHO_WORD, *policies.WHO_READ)),
        records=_bodies,
        number=Field("since"),
        title=Field("government"),
        columns=(
            quoted("government", _("People's government")),
            quoted("department", _("Superior department")),
            quoted("court", _("People's court")),
            day("since", _("Since")),
            Column(label=_("State"), value=_holds, kind="state"),
        ),
        facts=(
            quoted("government", _("People's government")),
            quoted("department", _("Superior department")),
            quoted("court", _("People's court")),
            day("since", _("Since")),
            Column(label=_("State"), value=_holds, kind="state"),
        ),
        searched=("government", "department", "court"),
        opening=(
            ActAtDesk(
                name="name",
                label=_("Name the review bodies"),
                basis="reconsideration.body",
                do=services.name_review_bodies,
                form=forms.ReviewBodiesForm,
                why_not=policies.why_not_name_bodies,
                done=_("The bodies have been named; decisions from that day on name them."),
            ),
        ),
    ),
)  # fmt: skip
