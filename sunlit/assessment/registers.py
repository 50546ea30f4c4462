"""The registers of assessment results and of statistical ledgers at the desk."""

from collections.abc import Sequence

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from sunlit.assessment.models import Period, Result, StatisticalLedger
from sunlit.design.registers import Column, Filter, Label, Register, register
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
        title=lambda result: result.office.name,
        columns=(
            Column(label=_("Period"), value=lambda result: result.get_period_display()),
            _score(_("Open government"), "openness"),
            _score(_("Composite score"), "composite"),
            Column(label=_("Rank"), value=lambda result: result.rank, kind="number"),
            Column(label=_("Published on"), value=lambda result: result.published_on, kind="day"),
        ),
        facts=(
            Column(label=_("Year"), value=lambda result: result.year),
            Column(label=_("Period"), value=lambda result: result.get_period_display()),
            Column(label=_("Office"), value=lambda result: result.office.name, kind="quoted"),
            Column(label=_("Assessed on"), value=lambda result: result.assessed_on, kind="day"),
            _score(_("Open government"), "openness"),
            _score(_("Integrity"), "integrity"),
            _score(_("Conduct"), "conduct"),
            _score(_("Efficiency"), "efficiency"),
            _score(_("Composite score"), "composite"),
            Column(label=_("Rank"), value=lambda result: result.rank, kind="number"),
            Column(
                label=_("Counted in the post's targets"),
                value=lambda result: result.counted_in_post_target,
                kind="yes_no",
            ),
            _score(_("Points for the post's targets"), "post_target_points"),
            Column(label=_("Published on"), value=lambda result: result.published_on, kind="day"),
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
        number=lambda ledger: ledger.code,
        title=lambda ledger: ledger.name,
        columns=(
            Column(label=_("Office"), value=lambda ledger: ledger.office.name, kind="quoted"),
            Column(label=_("Records stated"), value=lambda ledger: ledger.records, kind="number"),
            Column(label=_("Kept since"), value=lambda ledger: ledger.opened_on, kind="day"),
        ),
        facts=(
            Column(label=_("Office"), value=lambda ledger: ledger.office.name, kind="quoted"),
            Column(
                label=_("Register that it counts"),
                value=lambda ledger: ledger.source_file,
                kind="quoted",
            ),
            Column(label=_("Records stated"), value=lambda ledger: ledger.records, kind="number"),
            Column(label=_("Kept since"), value=lambda ledger: ledger.opened_on, kind="day"),
            Column(
                label=_("Rule that it follows"), value=lambda ledger: ledger.basis, kind="quoted"
            ),
            Column(
                label=_("Checked each quarter"),
                value=lambda ledger: ledger.checked_quarterly,
                kind="yes_no",
            ),
        ),
        searched=("code", "name"),
    ),
)
