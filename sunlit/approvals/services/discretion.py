"""The acts by which the standard of discretion is set, grade by grade."""

from datetime import date
from decimal import Decimal

from django.db import transaction

from sunlit.approvals.events import penalties as happened
from sunlit.approvals.models import DiscretionBenchmark
from sunlit.approvals.policies import discretion as policies
from sunlit.approvals.policies.permission import basis
from sunlit.ledger.services import record
from sunlit.organization.models import Agency, Official
from sunlit.powers.models import Power


@transaction.atomic(durable=True)
def set_benchmark(
    *,
    agency: Agency,
    by: Official,
    today: date,
    power: Power,
    grade: str,
    circumstances: str,
    fine_from: Decimal,
    fine_to: Decimal,
    document: str,
    in_force_from: date,
) -> DiscretionBenchmark:
    """Set a grade of the standard for a power: its circumstances and its range of fines."""
    refusal = policies.why_not_set(by) or policies.why_not_these(
        power, grade, fine_from, fine_to, in_force_from
    )
    if refusal:
        raise refusal
    benchmark = DiscretionBenchmark.objects.create(
        agency=agency,
        power=power,
        grade=grade,
        circumstances=circumstances,
        fine_from=fine_from,
        fine_to=fine_to,
        basis=document,
        in_force_from=in_force_from,
    )
    event = happened.BenchmarkSet(power.code, grade, fine_from, fine_to, in_force_from)
    record(event, about=benchmark, by=by, day=today, basis=basis("penalty.discretion", today))
    return benchmark


@transaction.atomic(durable=True)
def end_benchmark(
    *, record_id: int, by: Official, today: date, in_force_until: date
) -> DiscretionBenchmark:
    """End a grade of the standard; it counts up to and including its last day."""
    benchmarks = DiscretionBenchmark.objects.select_for_update(of=("self",))
    benchmark = benchmarks.select_related("power").get(pk=record_id, agency=by.agency)
    refusal = policies.why_not_end(by, benchmark) or policies.why_not_until(
        benchmark, in_force_until
    )
    if refusal:
        raise refusal
    benchmark.in_force_until = in_force_until
    benchmark.save()
    event = happened.BenchmarkEnded(benchmark.power.code, benchmark.grade, in_force_until)
    record(event, about=benchmark, by=by, day=today, basis=basis("penalty.discretion", today))
    return benchmark
