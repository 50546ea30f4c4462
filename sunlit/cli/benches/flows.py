"""`sunlit bench flow`: how long a step of a case takes with its storage, and an act around it."""

import random
import time
from collections.abc import Callable
from datetime import date
from statistics import median, quantiles

from django.db import connection, transaction

from sunlit.approvals.models import LicenceCase, PartyKind
from sunlit.approvals.services import licences
from sunlit.cli.benches.measuring import Findings, Rate
from sunlit.cli.benches.scratch import scratch_database, version
from sunlit.flows import runs
from sunlit.flows.models import Run
from sunlit.flows.moving import moved
from sunlit.organization.models import Official, OfficialRole, Role
from sunlit.organization.services import found_agency
from sunlit.powers.models import Kind, Power, Verification

DAY = date(2012, 6, 7)
ROLES = (Role.WINDOW_CLERK, Role.APPROVER, Role.SECTION_HEAD)

GRANTED = {"result": "granted"}

Show = Callable[[str], None]
Step = Callable[[int, Official], LicenceCase]

STEPS: tuple[Step, ...] = (
    lambda pk, by: licences.accept(record_id=pk, by=by, today=DAY),
    lambda pk, by: licences.survey(record_id=pk, by=by, today=DAY, staff="甲岗\n乙岗"),
    lambda pk, by: licences.review(record_id=pk, by=by, today=DAY, review_opinion="同意"),
    lambda pk, by: licences.grant(record_id=pk, by=by, today=DAY, document_number=f"许{pk}号"),
    lambda pk, by: licences.deliver(record_id=pk, by=by, today=DAY),
    lambda pk, by: licences.publish_result(record_id=pk, by=by, today=DAY),
)


def bench_flow(*, cases: int, steps: int, show: Show) -> Findings:
    """Receive cases, then carry some of them on: each step an official act, alone and durable."""
    with scratch_database():
        findings = Findings("flow", f"{connection.vendor} {version()}")
        by = _official()
        show("cases")
        received = _receive(findings.rate("received", "cases put on their chart"), by, cases)
        show("acts")
        acts = findings.rate("acts", "official acts on running cases: step, letter, ledger entry")
        _tell(findings, "an official act", _carry_on(acts, by, received, steps))
        show("steps")
        whole = findings.rate("steps", "steps of running cases, each stored by itself")
        _tell(findings, "a step with its storage", _step_on(whole, steps))
        show("engine")
        _in_memory(findings.rate("steps in memory", "the engine alone, nothing stored"))
        plain = findings.rate("plain writes", "the same rows written, with no engine or ledger")
        _plainly(plain, min(steps, 2000))
        findings.ratio("steps to plain writes", whole, plain)
    return findings


def _tell(findings: Findings, name: str, times: list[float]) -> None:
    """Tell the median of some times, and what all but a twentieth of them stay below."""
    findings.medians[name] = median(times) * 1000
    if len(times) > 1:
        findings.medians[f"{name}, nineteen of twenty within"] = quantiles(times, n=20)[-1] * 1000


def _official() -> Official:
    by = found_agency(code="BENCH", name="", username="bench", post="", password="", today=DAY)
    OfficialRole.objects.bulk_create(
        OfficialRole(official=by, role=role, since=DAY) for role in ROLES
    )
    return Official.objects.get(pk=by.pk)


def _receive(rate: Rate, by: Official, cases: int) -> list[int]:
    power = Power.objects.create(
        agency=by.agency, code="B-1", kind=Kind.LICENCE, sub_list="", name="事项", full_name="事项",
        legal_basis="", implemented_by="", office_name="", promised_days="7",
        verification=Verification.NONE,
    )  # fmt: skip
    made = []
    for number in range(cases):
        with rate.timed(1):
            case = licences.receive(
                agency=by.agency, by=by, today=DAY, power=power, applicant=f"申请人{number}",
                applicant_kind=PartyKind.ORGANISATION, content="设置灯箱", received_at="窗口",
            )  # fmt: skip
        made.append(case.pk)
    return made


def _carry_on(rate: Rate, by: Official, received: list[int], steps: int) -> list[float]:
    """Do the next step of cases chosen at random, and leave half of all steps undone."""
    chosen = random.Random(DAY.year)  # noqa: S311 (no secret)
    done = dict.fromkeys(received, 0)
    running = list(received)
    times = []
    for _number in range(min(steps, len(STEPS) * len(received) // 2)):
        place = chosen.randrange(len(running))
        case = running[place]
        begun = time.perf_counter()
        with rate.timed(1):
            STEPS[done[case]](case, by)
        times.append(time.perf_counter() - begun)
        done[case] += 1
        if done[case] == len(STEPS):
            running[place] = running[-1]
            running.pop()
    return times


def _step_on(rate: Rate, steps: int) -> list[float]:
    """Carry cases on by one step, each read, moved and stored in a transaction of its own."""
    waiting = Run.objects.filter(is_ended=False).order_by("pk").values_list("pk", flat=True)
    times = []
    for pk in waiting[:steps]:
        begun = time.perf_counter()
        with rate.timed(1), transaction.atomic():
            found = Run.objects.select_for_update(of=("self",)).select_related("chart")
            run = found.get(pk=pk)
            due = runs.possible(run)[0]
            runs.carry_on(run, due.duty.act, on=DAY, answers=GRANTED, task=due.id)
        times.append(time.perf_counter() - begun)
    return times


def _in_memory(rate: Rate) -> None:
    """Move cases on by one step and store nothing."""
    running = Run.objects.filter(is_ended=False).select_related("chart").order_by("pk")
    for run in running[:500]:
        program, standing, due = runs.program_of(run), runs.standing_of(run), runs.possible(run)[0]
        with rate.timed(1):
            moved(program, standing, due.duty.act, GRANTED, on=DAY, task=due.id)


def _plainly(rate: Rate, steps: int) -> None:
    """Write as much as a step does: a case and its run anew, a step, an entry, its waiting row."""
    state = "x" * 4000
    with connection.cursor() as cursor:
        cursor.execute("CREATE TABLE plain (id INTEGER PRIMARY KEY, state TEXT)")
        cursor.execute("CREATE TABLE plain_log (id INTEGER PRIMARY KEY, said TEXT)")
        cursor.execute("INSERT INTO plain VALUES (1, ''), (2, '')")
        for number in range(steps):
            with rate.timed(1), transaction.atomic():
                for row in (1, 2):
                    cursor.execute("UPDATE plain SET state = %s WHERE id = %s", [state, row])
                for place in range(3):
                    cursor.execute(
                        "INSERT INTO plain_log VALUES (%s, %s)", [3 * number + place, state[:400]]
                    )
