"""The register of the chains of steps that drafts pass."""

from django.utils.translation import gettext_lazy as _

from sunlit.design.columns import day, quoted
from sunlit.design.registers import ActAtDesk, Column, Label, Register, register
from sunlit.disclosure import forms, policies, selectors, services
from sunlit.disclosure.models import ReviewChain
from sunlit.disclosure.rules import ChainStep, StepKind
from sunlit.organization.models import Role
from sunlit.organization.selectors import office_day

NAMES: dict[StepKind, Label] = {
    StepKind.SECTION: _("the section agrees"),
    StepKind.SECRECY: _("review for secrecy"),
    StepKind.DECISION: _("decision on the publication"),
}


def _step(step: ChainStep) -> str:
    named = NAMES.get(step.kind) or f"{step.title} ({Role(step.role).label})"
    return _("%(step)s, %(days)s days") % {"step": named, "days": step.days}


def _steps(one: ReviewChain) -> str:
    return " → ".join(str(_step(step)) for step in one.chain)


def _meant(one: ReviewChain) -> str:
    return one.category.name if one.category else str(_("all that have no chain of their own"))


def _state(one: ReviewChain) -> tuple[str, Label]:
    on = office_day()
    if one.since > on:
        return "neutral", _("to come")
    newer = selectors.chains_set(one.agency).filter(category=one.category, since__lte=on)
    is_newest = newer.order_by("-since").first() == one
    return ("in_time", _("in force")) if is_newest else ("neutral", _("replaced"))


register(
    Register(
        name="review-chains",
        label=_("Chains of review"),
        intro=_(
            "Which steps the drafts of a category pass, and how long each may take. Without an "
            "entry: section, secrecy review, decision, two working days each."
        ),
        model=ReviewChain,
        roles=frozenset({Role.CLERK, Role.SECRECY_REVIEWER, Role.APPROVER}),
        records=lambda by: selectors.chains_set(by.agency),
        number=lambda one: one.category.code if one.category else "—",
        title=_meant,
        columns=(
            Column(label=_("Steps"), value=_steps),
            day("since", _("Since")),
            Column(label=_("State"), value=_state, kind="state"),
        ),
        facts=(
            Column(label=_("Category"), value=_meant),
            Column(label=_("Steps"), value=_steps),
            day("since", _("Since")),
            quoted("document", _("Document that says so")),
            Column(label=_("State"), value=_state, kind="state"),
        ),
        searched=("document",),
        opening=(
            ActAtDesk(
                name="set",
                label=_("Set a chain of review"),
                basis="disclosure.secrecy_review",
                do=services.set_chain,
                form=forms.ChainForm,
                why_not=policies.why_not_set_chain,
                done=_("The chain has been set; what is under way keeps its own."),
            ),
        ),
    )
)
