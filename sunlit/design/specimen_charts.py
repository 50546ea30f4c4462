"""Made-up charts for the live page of the components: one of each kind."""

from datetime import date

from django.utils.translation import gettext as _

from sunlit.design.charts import Chart, Layer, Line, Part, Row
from sunlit.design.faces import month

HERE = "#charts"
YEAR = 2012


def specimen_charts() -> list[Chart]:
    """Return one chart of each kind, each mark leading to this page."""
    return [_bars(), _months(), _days(), _shares(), _progress()]


def _row(label: str, *values: int) -> Row:
    return Row(label, tuple(Part(value, HERE) for value in values), HERE)


def _bars() -> Chart:
    return Chart(
        code="specimen-bars",
        title=_("Complaints by subject"),
        kind="bars",
        rows=(
            _row(_("Street trade"), 121),
            _row(_("Waste transport"), 74),
            _row(_("Outdoor advertising"), 58),
            _row(_("Noise"), 9),
        ),
        by=_("Subject"),
    )


def _months() -> Chart:
    amounts = (8, 14, 31, 22, 17, 18, 29, 30, 21, 25, 20, 24)
    return Chart(
        code="specimen-months",
        title=_("Complaints by month"),
        kind="columns",
        rows=tuple(
            _row(month(date(YEAR, at, 1)), amount, amount % 4, amount % 3)
            for at, amount in enumerate(amounts, start=1)
        ),
        layers=(Layer(_("Accepted")), Layer(_("Passed on")), Layer(_("Not accepted"))),
        by=_("Month"),
    )


def _days() -> Chart:
    amounts = (1, 4, 9, 15, 21, 17, 11, 7, 5, 3, 2, 1, 1, 0, 1, 1)
    return Chart(
        code="specimen-days",
        title=_("Working days until a reply"),
        kind="columns",
        rows=tuple(
            _row(str(day), amount if day <= 12 else 0, amount if day > 12 else 0)  # noqa: PLR2004
            for day, amount in enumerate(amounts)
        ),
        layers=(Layer(_("In time")), Layer(_("Late"), "late")),
        lines=(
            Line(_("Median: %(days)s days") % {"days": 5}, 5.5 / 16),
            Line(_("Limit: %(days)s days") % {"days": 12}, 13 / 16, is_limit=True),
        ),
        by=_("Working days"),
        axis=_("working days"),
    )


def _shares() -> Chart:
    return Chart(
        code="specimen-shares",
        title=_("What became of the complaints"),
        kind="shares",
        rows=(
            _row(_("Closed"), 241),
            _row(_("Passed on"), 14),
            _row(_("Not accepted"), 5),
            _row(_("Under way"), 2),
        ),
        by=_("Outcome"),
    )


def _progress() -> Chart:
    return Chart(
        code="specimen-progress",
        title=_("How far the plan is carried out"),
        kind="progress",
        rows=(
            _row(_("Make all powers public"), 8, 1, 0, 0),
            _row(_("Answer each request in time"), 4, 0, 1, 2),
        ),
        layers=(
            Layer(_("Done in time")),
            Layer(_("Done late")),
            Layer(_("Open past its day"), "late"),
            Layer(_("Not done yet"), "open"),
        ),
        by=_("Goal"),
    )
