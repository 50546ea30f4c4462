"""What is typed in to set which steps a draft passes."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from sunlit.design.registers import DeskForm
from sunlit.disclosure import selectors
from sunlit.disclosure.forms.fields import DAY, offer
from sunlit.disclosure.rules import MOST_DAYS, USUAL_CHAIN, ChainStep, StepKind
from sunlit.organization.models import Official, Role
from sunlit.organization.selectors import office_day

EXTRA = (1, 2, 3)
"""How many steps beside the usual ones one chain can have."""
BEFORE_SECRECY, BEFORE_DECISION = "before_secrecy", "before_decision"
PLACES = [
    (BEFORE_SECRECY, _("between the section and the secrecy review")),
    (BEFORE_DECISION, _("between the secrecy review and the decision")),
]
USUAL = {step.kind: step.days for step in USUAL_CHAIN}


def _days(label: object, kind: StepKind | None = None) -> forms.IntegerField:
    return forms.IntegerField(
        label=label,  # type: ignore[arg-type]
        min_value=1,
        max_value=MOST_DAYS,
        required=kind is not None,
        initial=USUAL.get(kind) if kind else None,
    )


class ChainForm(DeskForm):
    """The days of the usual steps, and up to three steps beside them."""

    category = forms.ChoiceField(
        label=_("Category"), required=False, help_text=_("For whose drafts the chain holds.")
    )
    since = forms.DateField(
        label=_("Since"),
        widget=DAY,
        help_text=_("Drafts made from this day on pass it; what is under way keeps its own chain."),
    )
    document = forms.CharField(label=_("Document that says so"), max_length=200)
    section_days = _days(_("Working days for the section"), StepKind.SECTION)
    secrecy_days = _days(_("Working days for the secrecy review"), StepKind.SECRECY)
    decision_days = _days(_("Working days for the decision"), StepKind.DECISION)

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, record: Any = None, by: Official
    ) -> None:
        super().__init__(data, record=record, by=by)
        found = selectors.catalogue(by.agency).filter(is_proactive=True)
        categories = [(one.code, f"{one.group} / {one.name}") for one in found]
        offer(self, "category", [("", _now("all that have no chain of their own")), *categories])
        self.initial["since"] = office_day()
        for number in EXTRA:
            self._add_step(number)

    def _add_step(self, number: int) -> None:
        named = {"number": number}
        self.fields[f"title_{number}"] = forms.CharField(
            label=_("Further step %(number)s") % named,
            max_length=60,
            required=False,
            help_text=_("Such as: review of legality. Left empty, there is no such step."),
        )
        self.fields[f"role_{number}"] = forms.ChoiceField(
            label=_("Who takes step %(number)s") % named,
            choices=[("", "—"), *Role.choices],
            required=False,
        )
        self.fields[f"place_{number}"] = forms.ChoiceField(
            label=_("Place of step %(number)s") % named, choices=PLACES, required=False
        )
        self.fields[f"days_{number}"] = _days(_("Working days for step %(number)s") % named)

    def clean(self) -> dict[str, Any]:
        """Put the steps together, in their order; the service takes them as one."""
        typed = super().clean() or self.cleaned_data
        if self.errors:
            return typed
        further = {place: list[ChainStep]() for place, _label in PLACES}
        for number in EXTRA:
            if step := self._step(number, typed):
                further[typed[f"place_{number}"] or BEFORE_SECRECY].append(step)
        steps = [
            ChainStep(StepKind.SECTION, typed["section_days"]),
            *further[BEFORE_SECRECY],
            ChainStep(StepKind.SECRECY, typed["secrecy_days"]),
            *further[BEFORE_DECISION],
            ChainStep(StepKind.DECISION, typed["decision_days"]),
        ]
        kept = ("category", "since", "document")
        return {name: typed[name] for name in kept} | {"steps": steps}

    def _step(self, number: int, typed: Mapping[str, Any]) -> ChainStep | None:
        title, role, days = (typed[f"{name}_{number}"] for name in ("title", "role", "days"))
        if not (title or role or days):
            return None
        if not title or not role:
            missing = "role" if title else "title"
            self.add_error(
                f"{missing}_{number}",
                ValidationError(_now("A further step needs a name, and the role that takes it.")),
            )
            return None
        return ChainStep(StepKind.COUNTERSIGN, days or 1, title, role)
