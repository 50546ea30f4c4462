"""The page of acts: what can be done at the desk, by whom, on which article, with which entry."""

from itertools import groupby

from sunlit.design.registers import ActAtDesk, Register, all_registers
from tools.reference.reading import events_named, roles_named
from tools.reference.saying import NOW, THEN, article, both, code, first_sentence, generated, table

INTRO = (
    "Every act that can be done by hand at the desk, by room and register. *Roles* are those that "
    "its policy names; what else the policy asks (the stage, the office, that nobody signs twice) "
    "stands in the refusal beside the act; a dash: no role alone decides. Each act leaves one of "
    "its *events* in the [ledger](events.md). The *article* is that of today's law, and below it "
    "that of 2012."
)
HEADS = ("Act", "What it does", "Roles", "Article now; in 2012", "Event")


def page() -> str:
    """Return the page."""
    lines = generated("Acts at the desk", INTRO)
    registers = sorted(all_registers().values(), key=lambda one: (one.room, one.name))
    for room, some in groupby(registers, key=lambda one: one.room):
        lines += [f"## {room}", ""]
        for register in some:
            lines += _register(register)
    return "\n".join(lines).rstrip() + "\n"


def _register(register: Register) -> list[str]:
    acts = [*register.opening, *register.acts]
    lines = [
        f"### {both(register.label)}",
        "",
        f"{code(register.name)}: {both(register.intro)}",
        "",
    ]
    return lines + table(HEADS, [_act(act) for act in acts]) if acts else lines


def _act(act: ActAtDesk) -> tuple[str, ...]:
    now, then = article(act.basis, on=NOW), article(act.basis, on=THEN)
    return (
        f"{code(act.name)}<br>{both(act.label)}",
        first_sentence(act.do),
        code(*roles_named(act.why_not)) or "—",
        now if now == then else f"{now}<br>{then}",
        code(*events_named(act.do)) or "—",
    )
