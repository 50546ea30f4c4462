"""What is typed in for a template of stages: one line for each stage, as copied from a table."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from sunlit.design.registers import DeskForm
from sunlit.dossiers import vocabulary
from sunlit.dossiers.forms.dossiers import DAY
from sunlit.dossiers.models import Kind
from sunlit.dossiers.rules import LONGEST_WITHIN, MOST_STAGES, StageRule
from sunlit.kernel.limits import Unit
from sunlit.kernel.wording import Wording
from sunlit.organization.models import Official
from sunlit.organization.selectors import office_day

_PARTED = re.compile(r"[^\S\t]*[|｜\t][^\S\t]*")
_DAYS = re.compile(r"(?P<amount>\d{1,3})\s*(?P<unit>个?工作日|日|天|working days?|days?)?")
_MARKS = {"可选": "optional", "optional": "optional", "定": "decides", "decides": "decides"}
_NAME, _MUST, _WITHIN, _LEAST, _MARK, _WORDS = range(6)
LONGEST_NAME, LONGEST_MUST = 100, 300


class RevisionForm(DeskForm):
    """A later version of a template."""

    name = forms.CharField(label=_("Name"), max_length=100)
    since = forms.DateField(
        label=_("Since"),
        widget=DAY,
        help_text=_("Dossiers opened from this day on follow it; the others keep their own."),
    )
    document = forms.CharField(label=_("Document that says so"), max_length=200)
    stages = forms.CharField(
        label=_("Stages"),
        max_length=20_000,
        widget=forms.Textarea(attrs={"rows": 14, "wrap": "off", "class": "lines"}),
        help_text=_(
            "One stage in a line, its parts set apart by | or copied from a table: name | what it "
            "must tell | published within (such as 5 working days; empty: as the law says) | "
            "stands at least (days) | optional, decides (people are appointed or lots awarded "
            "with it), or both | words that its text must have, apart by spaces, a/b where "
            "either will do."
        ),
    )

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, record: Any = None, by: Official
    ) -> None:
        super().__init__(data, record=record, by=by)
        self.initial["since"] = office_day()
        self.before: Sequence[StageRule] = ()
        if record is not None:
            self.before = record.rules
            self.initial["name"] = record.name
            self.initial["stages"] = written(record.rules)

    def clean_stages(self) -> list[StageRule]:
        """Read the lines; each fault names its line."""
        before = {rule.name: rule for rule in self.before}
        rules, faults = [], []
        lines = [line for line in self.cleaned_data["stages"].splitlines() if line.strip()]
        if len(lines) > MOST_STAGES:
            raise ValidationError(
                _now("A template has %(most)d stages at most.") % {"most": MOST_STAGES}
            )
        for number, line in enumerate(lines, start=1):
            try:
                rules.append(_as_before(_stage(line), before))
            except ValueError as error:
                at = {"number": number, "what": error}
                faults.append(_now("Line %(number)d: %(what)s") % at)
        if faults:
            raise ValidationError(faults)
        return rules


class TemplateForm(RevisionForm):
    """A new template."""

    field_order = ("code", "name", "kind", "since", "document", "stages")
    code = forms.SlugField(
        label=_("Code"),
        max_length=64,
        required=False,
        help_text=_(
            "Left empty for recruitment or tenders, it stands in the place of the program's own "
            "template."
        ),
    )
    kind = forms.ChoiceField(label=_("Kind"), choices=Kind.choices)

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, record: Any = None, by: Official
    ) -> None:
        super().__init__(data, record=record, by=by)
        self.initial["stages"] = written(vocabulary.stages()[Kind.TENDER])
        self.before = [rule for rules in vocabulary.stages().values() for rule in rules]

    def clean(self) -> dict[str, Any]:
        """Give a template without a code that of the program's own for its kind."""
        typed = super().clean() or self.cleaned_data
        if not typed.get("code") and "kind" in typed:
            typed["code"] = typed["kind"]
            if typed["kind"] not in vocabulary.stages():
                self.add_error("code", _now("A template of another matter needs a code."))
        return typed


def written(rules: Iterable[StageRule]) -> str:
    """Write stages as the form reads them."""
    return "\n".join(" | ".join(_parts(rule)).rstrip(" |") for rule in rules)


def _parts(rule: StageRule) -> Sequence[str]:
    marks = [("可选", not rule.is_required), ("定", rule.decides)]
    return (
        rule.name,
        rule.must.zh if rule.must else "",
        rule.unit.of(rule.within).zh if rule.within else "",
        f"{rule.least_days}日" if rule.least_days else "",
        " ".join(mark for mark, holds in marks if holds),
        " ".join("/".join(group) for group in rule.words),
    )


def _as_before(rule: StageRule, before: Mapping[str, StageRule]) -> StageRule:
    """Keep what a line cannot say: the article of a least time, and the other language."""
    known = before.get(rule.name)
    if known is None:
        return rule
    same = known.must is not None and rule.must is not None and known.must.zh == rule.must.zh
    law = known.law if rule.least_days else ""
    return replace(rule, must=known.must if same else rule.must, law=law)


def _stage(line: str) -> StageRule:
    """Read one line; raises ValueError with what is wrong with it."""
    parts = [*(part.strip() for part in _PARTED.split(line)), *[""] * 6]
    name, must = parts[_NAME], parts[_MUST]
    if not name:
        raise ValueError(_now("the stage has no name."))
    if len(name) > LONGEST_NAME or len(must) > LONGEST_MUST:
        raise ValueError(_now("the name or what it must tell is too long."))
    within, unit = _days(parts[_WITHIN])
    least, _unit = _days(parts[_LEAST])
    marks = {_MARKS.get(mark, mark) for mark in re.split(r"[\s、,，]+", parts[_MARK]) if mark}
    if strange := marks - set(_MARKS.values()):
        mark = min(strange)
        raise ValueError(_now("“%(mark)s” is neither optional nor decides.") % {"mark": mark})
    return StageRule(
        name=name,
        must=Wording(must, must) if must else None,
        within=within,
        unit=unit,
        least_days=least,
        decides="decides" in marks,
        is_required="optional" not in marks,
        words=tuple(tuple(group.split("/")) for group in parts[_WORDS].split()),
    )


def _days(text: str) -> tuple[int, Unit]:
    if not text:
        return 0, Unit.WORKING_DAY
    found = _DAYS.fullmatch(text)
    if found is None or not 0 < int(found["amount"]) <= LONGEST_WITHIN:
        raise ValueError(
            _now("“%(text)s” is no number of days; write 5 working days or 7 days.")
            % {"text": text}
        )
    calendar = (found["unit"] or "工作日") in {"日", "天", "day", "days"}
    return int(found["amount"]), Unit.CALENDAR_DAY if calendar else Unit.WORKING_DAY
