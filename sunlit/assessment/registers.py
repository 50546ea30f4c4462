"""The registers of assessment results and of statistical ledgers at the desk."""

from collections.abc import Sequence

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from sunlit.assessment.models import Period, Result, StatisticalLedger
from sunlit.design.columns import choice, day, number, quoted, text, yes_no
from sunlit.design.registers import Column, Field, Filter, Label, Register, register
from sunlit.organization.models import Office, Official, Role


def _results(by: Official) -> QuerySet[Result]:
    results = Result.objects.filter(agency=by.agency).select_related("office")
    return results.order_by("-year", "-assessed_on", "rank", "office__code")


def _ledgers(by: Official) -> QuerySet[StatisticalLedger]:
    ledgers = StatisticalLedger.objects.filter(agency=by.agency)
    return ledgers.select_related("office").order_by("code")


def _years(by: Official) -> Sequence[tuple[str, Label]]:
    years = Result.objects.filter(agency=by.agency).order_by("-year")
    return [(str(year), str(year)) for year in years.values_list("year", flat=True).distinct()]


def _periods(_by: Official) -> Sequence[tuple[str, Label]]:
    return [(period.value, period.label) for period in Period]


def _offices(by: Official) -> Sequence[tuple[str, Label]]:
    offices = Office.objects.filter(agency=by.agency).order_by("code")
    return [(str(office.pk), office.name) for office in offices]


def _number(result: Result) -> str:
    return f"{result.year}/{result.period}/{result.office.code}"


def _score(label: Label, name: str) -> Column:
    return Column(label=label, kind="number", value=lambda result: getattr(result, name))


register(
    Register(
        name="assessment-results",
        label=_("Results of assessments"),
        intro=_("What each office scored, for half a year and for the whole year."),
        model=Result,
        roles=frozenset({Role.CLERK, Role.SECTION_HEAD, Role.SUPERVISOR_LIAISON}),
        records=_results,
        number=_number,
        title=Field("office.name"),
        columns=(
            choice("period", _("Period")),
            _score(_("Open government"), "openness"),
            _score(_("Composite score"), "composite"),
            number("rank", _("Rank")),
            day("published_on", _("Published on")),
        ),
        facts=(
            text("year", _("Year")),
            choice("period", _("Period")),
            quoted("office.name", _("Office")),
            day("assessed_on", _("Assessed on")),
            _score(_("Open government"), "openness"),
            _score(_("Integrity"), "integrity"),
            _score(_("Conduct"), "conduct"),
            _score(_("Efficiency"), "efficiency"),
            _score(_("Composite score"), "composite"),
            number("rank", _("Rank")),
            yes_no("counted_in_post_target", _("Counted in the post's targets")),
            _score(_("Points for the post's targets"), "post_target_points"),
            day("published_on", _("Published on")),
        ),
        filters=(
            Filter(name="year", label=_("Year"), lookup="year", choices=_years),
            Filter(name="period", label=_("Period"), lookup="period", choices=_periods),
            Filter(name="office", label=_("Office"), lookup="office", choices=_offices),
        ),
        searched=("office__code", "office__name"),
    ),
    Register(
        name="statistical-ledgers",
        label=_("Statistical ledgers"),
        intro=_("The ledgers that offices keep, and the register that each of them counts."),
        model=StatisticalLedger,
        roles=frozenset({Role.CLERK, Role.SECTION_HEAD}),
        records=_ledgers,
        number=Field("code"),
        title=Field("name"),
        columns=(
            quoted("office.name", _("Office")),
            number("records", _("Records stated")),
            day("opened_on", _("Kept since")),
        ),
        facts=(
            quoted("office.name", _("Office")),
            quoted("source_file", _("Register that it counts")),
            number("records", _("Records stated")),
            number("records_found", _("Records found")),
            day("opened_on", _("Kept since")),
            quoted("basis", _("Rule that it follows")),
            yes_no("checked_quarterly", _("Checked each quarter")),
        ),
        searched=("code", "name"),
    ),
)
