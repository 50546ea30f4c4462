"""The figures that the assessment itself can give: results of offices, statistical ledgers."""

from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from sunlit.assessment import selectors
from sunlit.assessment.models import Period, Result, StatisticalLedger
from sunlit.measures.registry import Face, Measure, Part, register


def _result(result: Result) -> Face:
    number = f"{result.year}/{result.period}/{result.office.code}"
    return Face(
        id=number,
        number=number,
        title=result.office.name,
        day=result.assessed_on,
        facts=(
            (_("period"), result.get_period_display()),
            (_("composite score"), result.composite if result.published_on else None),
        ),
    )


def _ledger(ledger: StatisticalLedger) -> Face:
    facts = (
        (_("office"), ledger.office.name),
        (_("records stated"), ledger.records),
        (_("records found"), ledger.records_found),
    )
    return Face(
        id=ledger.code, number=ledger.code, title=ledger.name, day=ledger.opened_on, facts=facts
    )


register(
    Measure(
        code="assessment.results",
        label=_("Results of assessments"),
        counts=_("results of offices for a period of the year"),
        basis="supervision.assessment",
        population=selectors.results_of_year,
        face=_result,
        parts={"period": Part("period", _("period"), Period)},
    ),
    Measure(
        code="assessment.results_counted",
        label=_("Results counted in the posts' targets"),
        counts=_("results of offices for a period of the year that count in their posts' targets"),
        basis="supervision.assessment",
        population=selectors.results_of_year,
        meets=Q(counted_in_post_target=True),
        face=_result,
    ),
    Measure(
        code="assessment.ledgers",
        label=_("Statistical ledgers"),
        counts=_("statistical ledgers open at the end of the year"),
        basis="organization.duty",
        population=selectors.ledgers_of_year,
        face=_ledger,
    ),
    Measure(
        code="assessment.ledgers_agreeing",
        label=_("Statistical ledgers that agree with their registers"),
        counts=_("statistical ledgers that state as many records as their register had"),
        basis="organization.duty",
        population=selectors.ledgers_of_year,
        meets=Q(records=F("records_found")),
        face=_ledger,
    ),
)
