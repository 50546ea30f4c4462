"""The figures of a power's cases: how many, how long, what was kept; each opens its list."""

from django.urls import reverse
from django.utils.formats import number_format
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext, pgettext_lazy

from sunlit.approvals.rules import days_promised
from sunlit.approvals.statistics import CaseTime, PowerStatistics
from sunlit.design import pieces
from sunlit.design.charts import Chart, Line, Part, Row
from sunlit.powers.models import Power

MOST_COLUMNS = 24
WIDTHS = (1, 2, 5, 10, 30, 90)
COLUMNS = [
    pieces.Column(_("Case"), short=True),
    pieces.Column(_("Accepted or filed"), short=True),
    pieces.Column(pgettext_lazy("case", "Decided"), short=True),
    pieces.Column(_("Working days"), number=True),
    pieces.Column(_("Not counted"), number=True),
    pieces.Column(_("Promise"), short=True),
    pieces.Column(_("Law"), short=True),
    pieces.Column(_("Outcome"), short=True),
]


def cases_url(power: Power) -> str:
    """Return where the cases of a power are listed."""
    return reverse("portal:power-cases", args=[power.code])


def figures(power: Power, found: PowerStatistics) -> list[tuple[object, object, str, object]]:
    """Return each figure with what it says, the list that it opens, and a note."""
    url = cases_url(power)
    told: list[tuple[object, object, str, object]] = [
        (found.counted, pgettext_lazy("power", "Cases so far"), url, ""),
        (found.decided, pgettext_lazy("power", "Decided"), url, ""),
    ]
    if found.median_days is not None:
        median = number_format(found.median_days, 1 if found.median_days % 1 else 0)
        told.append((median, _("Half of them within, in working days"), url, ""))
    for limit, label in (("in_promise", _("Within the promise")), ("in_law", _("Within the law"))):
        kept, due = found.kept(limit)
        if due:
            note = _now("%(kept)d of %(due)d") % {"kept": kept, "due": due}
            told.append((f"{100 * kept // due}%", label, url, note))
    if found.paused:
        told.append((found.paused, _("Working days not counted, in all cases"), url, ""))
    return told


def chart(power: Power, found: PowerStatistics) -> Chart | None:
    """Return how many cases took how many working days; None while nothing is decided."""
    days = found.days
    if not days or found.median_days is None:
        return None
    promised = days_promised(power.promised_days)
    limits = [one for one in (promised, power.statutory_days) if one]
    highest = max([*days, *limits])
    width = next((one for one in WIDTHS if highest // one < MOST_COLUMNS), WIDTHS[-1])
    firsts = range(0, highest + 1, width)
    rows = tuple(
        Row(
            str(first) if width == 1 else f"{first}–{first + width - 1}",
            (Part(sum(1 for one in days if first <= one < first + width), cases_url(power)),),
        )
        for first in firsts
    )
    return Chart(
        code="power-days",
        title=_now("Working days until the decision"),
        kind="columns",
        rows=rows,
        lines=tuple(_lines(found.median_days, promised, power.statutory_days, width, len(rows))),
        by=_now("Working days"),
        axis=_now("working days"),
    )


def rows(found: PowerStatistics) -> list[list[object]]:
    """Return the cases as rows of their list."""
    return [
        [
            case.number,
            case.began_on,
            case.decided_on,
            case.days,
            case.paused or "",
            _kept(case.in_promise),
            _kept(case.in_law),
            case.outcome,
        ]
        for case in _latest_first(found)
    ]


def _latest_first(found: PowerStatistics) -> list[CaseTime]:
    return sorted(found.cases, key=lambda case: case.number, reverse=True)


def _lines(
    median: float, promised: int | None, by_law: int | None, width: int, columns: int
) -> list[Line]:
    lines = [Line(_now("median %(days)s") % {"days": f"{median:g}"}, _at(median, width, columns))]
    if promised:
        said = pgettext("power", "promised %(days)d") % {"days": promised}
        lines.append(Line(said, _at(promised, width, columns), is_limit=not by_law))
    if by_law:
        said = pgettext("power", "by law %(days)d") % {"days": by_law}
        lines.append(Line(said, _at(by_law, width, columns), is_limit=True))
    return lines


def _at(days: float, width: int, columns: int) -> float:
    return min((days / width + 0.5) / columns, 1)


def _kept(answer: object) -> object:
    if answer is None:
        return ""
    if answer:
        return pieces.Cell(_("kept"), state="done")
    return pieces.Cell(_("missed"), state="late")
