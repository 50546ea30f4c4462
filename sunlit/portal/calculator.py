"""The form of the calculator of deadlines: what is asked, and which field is at fault."""

from collections.abc import Mapping
from datetime import date, datetime, time
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import get_language, gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from sunlit import statutes
from sunlit.design.faces import said
from sunlit.kernel.refusals import NoSuchRule, Refused
from sunlit.organization.models import Agency
from sunlit.organization.selectors.deadlines import Answered, answered

PAIRS, MOST_PAIRS = 3, 24
"""How many pauses are offered at first and by each request for more; how many at most."""


def _day_input() -> forms.DateInput:
    return forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})


class DeadlineForm(forms.Form):
    """What the calculator of deadlines needs to know."""

    rule = forms.ChoiceField(label=_("Rule"))
    start = forms.DateField(
        label=_("It runs from"),
        widget=_day_input(),
        help_text=_("The day of receipt, or of the event."),
    )
    at = forms.TimeField(
        label=_("At what time"),
        required=False,
        widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
        help_text=_("Only for limits in hours."),
    )
    channel = forms.ChoiceField(
        label=_("How it arrived"),
        required=False,
        choices=[
            ("", pgettext_lazy("channel", "not said")),
            ("in_person", _("Handed in")),
            ("signed_post", _("By signed post: the day the agency signed")),
            ("letter", _("By plain letter: the day confirmed with the applicant")),
            ("internet", _("Over the internet: the day both sides confirmed")),
            ("fax", _("By fax: the day both sides confirmed")),
        ],
    )
    extend = forms.IntegerField(
        label=_("Extended by"),
        min_value=0,
        max_value=400,
        required=False,
        help_text=_("In the unit of the rule; leave empty for none."),
    )

    def __init__(
        self,
        agency: Agency,
        data: QueryDict | None = None,
        initial: dict[str, Any] | None = None,
    ) -> None:
        super().__init__(data, initial=initial)
        rule = self.fields["rule"]
        if isinstance(rule, forms.ChoiceField):
            rule.choices = rules_by_subject()
        self.agency = agency
        self.answered: Answered | None = None
        self.pairs = _pairs_wanted(data)
        for number in range(1, self.pairs + 1):
            first, last = pause_names(number)
            values = {"number": number}
            self.fields[first] = forms.DateField(
                label=_("Pause %(number)s: after") % values, required=False, widget=_day_input()
            )
            self.fields[last] = forms.DateField(
                label=_("Pause %(number)s: up to") % values, required=False, widget=_day_input()
            )

    @property
    def asks_more(self) -> bool:
        """Whether more than a rule and a day was given, or is wrong."""
        names = [name for name in self.fields if name not in ("rule", "start")]
        given = self.data.get("more") or any(self.data.get(name) for name in names)
        return bool(given or any(name in self.errors for name in names))

    @property
    def pause_rows(self) -> list[tuple[forms.BoundField, forms.BoundField]]:
        """Return the fields of the pauses, two for each."""
        return [(self[first], self[last]) for first, last in self._names()]

    @property
    def can_offer_more(self) -> bool:
        """Whether more pauses can be asked for."""
        return self.pairs < MOST_PAIRS

    def clean(self) -> dict[str, object]:
        """Compute the answer; a refusal stands beside the field that is at fault."""
        cleaned = super().clean() or {}
        for first, last in self._names():
            faulty = {first, last} & self.errors.keys()
            if not faulty and bool(cleaned.get(first)) != bool(cleaned.get(last)):
                missing = last if cleaned.get(first) else first
                self.add_error(missing, _("A pause needs both days."))
        if not self.errors:
            try:
                self.answered = self._answer(cleaned)
            except Refused as refused:
                reason = refused.said_in(get_language() or "")
                reason += f" ({said(refused.basis)})" if refused.basis else ""
                self.add_error(self._at_fault(cleaned, refused), reason)
        return cleaned

    def _answer(self, asked: Mapping[str, Any]) -> Answered:
        start: date = asked["start"]
        if asked.get("at") is not None:
            start = datetime.combine(start, asked["at"])
        pauses = [(asked[first], asked[last]) for first, last in self._names() if asked.get(first)]
        return answered(
            self.agency.pk,
            asked["rule"],
            start,
            pauses=pauses,
            extend=asked.get("extend") or 0,
            channel=asked.get("channel") or None,
        )

    def _at_fault(self, asked: Mapping[str, Any], refused: Refused) -> str:
        """Name the field without which, or with which, the answer could be computed."""
        if isinstance(refused, NoSuchRule):
            return "rule"
        given = [(first, last) for first, last in self._names() if asked.get(first)]
        trials: list[tuple[str, dict[str, Any]]] = [("extend", {"extend": 0})]
        trials += [(first, {first: None, last: None}) for first, last in given]
        if given:
            trials.append((given[0][0], {name: None for pair in given for name in pair}))
        if asked.get("at") is None:
            trials.append(("at", {"at": time(12)}))
        for name, change in trials:
            try:
                self._answer({**asked, **change})
            except Refused:
                continue
            return name
        return "start"

    def _names(self) -> list[tuple[str, str]]:
        return [pause_names(number) for number in range(1, self.pairs + 1)]


def pause_names(number: int) -> tuple[str, str]:
    """Return the names of the two fields of a pause, the first without a number."""
    suffix = f"_{number}" if number > 1 else ""
    return f"pause_from{suffix}", f"pause_until{suffix}"


def rules_by_subject() -> list[tuple[str, list[tuple[str, str]]]]:
    """Return every rule of the calculator with its title and from what it runs, by subject."""
    return [
        (said(statutes.subject_of(names[0])), [(name, _offered(name)) for name in names])
        for names in statutes.rules_by_subject().values()
    ]


def _offered(name: str) -> str:
    newest = statutes.versions(name)[-1]
    facts = {"title": said(newest.title), "day": said(newest.runs_from)}
    return gettext("%(title)s (from %(day)s)") % facts


def _pairs_wanted(data: QueryDict | None) -> int:
    """Return how many pauses the form offers: those that were offered, and more if asked for."""
    if data is None:
        return PAIRS
    filled = [n for n in range(1, MOST_PAIRS + 1) if any(data.get(name) for name in pause_names(n))]
    told = data.get("pairs", "")
    offered = int(told) if told.isascii() and told.isdecimal() and len(told) < PAIRS else PAIRS
    wanted = max(PAIRS, offered, *filled) + (PAIRS if data.get("more") else 0)
    return min(wanted, MOST_PAIRS)
