"""All that is wrong with a chart that an agency hands in, each fault with what to do."""

import re
from collections.abc import Collection, Iterable, Iterator
from datetime import date
from difflib import get_close_matches

from sunlit.flows.chart import Chart
from sunlit.flows.faults import Fault
from sunlit.flows.known import known_names
from sunlit.flows.library import chart_in_force
from sunlit.flows.linting import Names, check
from sunlit.flows.reading import read
from sunlit.kernel.refusals import Refused, Unacceptable
from sunlit.kernel.wording import Wording
from sunlit.powers.demands import dropped

TAKE_OVER = Wording(
    "也可以勾选“按名称沿用”，从现行流程图取得。",
    "Or tick “take over by name”, which takes it from the chart in force.",
)
HOW: dict[str, Wording] = {
    "nobody": Wording(
        "请画出泳道（每个岗位一条），并把步骤放进泳道内。",
        "Draw a lane for each post, and put the step into its lane.",
    ),
    "no_role": Wording(
        "请在文件的lane上写明，例如：sunlit:role=\"window_clerk\"，并在definitions上声明"
        "xmlns:sunlit=\"urn:sunlit:flow:1\"。",
        "Say it on the lane in the file, such as sunlit:role=\"window_clerk\", with "
        "xmlns:sunlit=\"urn:sunlit:flow:1\" on its definitions.",
    ),
    "no_act": Wording(
        "请在任务上写明，例如：sunlit:act=\"licence-cases.accept\"；系统中没有相应办理动作的，"
        "写sunlit:act=\"flow.record\"。",
        "Say it on the task, such as sunlit:act=\"licence-cases.accept\", or "
        "sunlit:act=\"flow.record\" where no act of the system does it.",
    ),
    "no_condition": Wording(
        "请为它写上条件，例如：complete = \"yes\"，或者把它设为默认出口。",
        "Give it a condition, such as complete = \"yes\", or make it the way for all other cases.",
    ),
}  # fmt: skip
_DECLARATION = re.compile(r"<\?xml[^>]*\?>")
BY_NAME = frozenset({"no_role", "no_act", "no_condition"})
"""What can be taken over from the chart in force."""


def faults_of(content: bytes, procedure: str, *, on: date) -> list[Fault]:
    """Return all that is wrong with a chart for a procedure, by the law of a day.

    First how it is drawn, then what of the law's chart it leaves out. What is no chart at all is
    one fault.
    """
    names = known_names()
    try:
        checked = check(content, names)
    except Refused as refusal:
        return [_as_fault(refusal)]
    if checked.faults:
        return list(_with_remedies(checked.faults, names))
    law = law_of(procedure, on=on)
    return dropped(law, checked.chart, on=on) if law else []


def law_of(procedure: str, *, on: date) -> Chart | None:
    """Return the chart of the law for a procedure on a day, if one comes with the program."""
    law = chart_in_force(procedure, on)
    return read(law.content).chart if law else None


def why_not_this_chart(content: bytes, procedure: str, *, on: date) -> Refused | None:
    """Say why a chart cannot be taken for a procedure, with every fault."""
    faults = faults_of(content, procedure, on=on)
    if not faults:
        return None
    zh = "".join(fault.said_in("zh") for fault in faults)
    en = " ".join(fault.said_in("en") for fault in faults)
    return Unacceptable(
        Wording(f"流程图有{len(faults)}处问题：{zh}", f"The chart has {len(faults)} faults: {en}"),
        Wording("请改正后重新上传。", "Mend it and hand it in again."),
    )


def with_own_declaration(text: str) -> bytes:
    """Return a pasted text as a file in UTF-8, whatever coding its first line declares."""
    body = _DECLARATION.sub("", text.strip(), count=1)
    return f'<?xml version="1.0" encoding="UTF-8"?>{body}'.encode(errors="replace")


def _as_fault(refusal: Refused) -> Fault:
    said = Wording(refusal.said_in("zh"), refusal.said_in("en"))
    return Fault(refusal.code, said)


def _with_remedies(faults: Iterable[Fault], names: Names) -> Iterator[Fault]:
    """Add to each fault what to do; the same for all of a kind, with the first of them."""
    told: set[str] = set()
    for fault in faults:
        zh, en = (
            list(_said(fault, names, language, how=fault.code not in told))
            for language in ("zh", "en")
        )
        told.add(fault.code)
        yield Fault(fault.code, Wording("".join(zh), " ".join(en)), fault.element, fault.line)


def _said(fault: Fault, names: Names, language: str, *, how: bool) -> Iterator[str]:
    yield fault.said.said_in(language)
    if how and fault.code in HOW:
        yield HOW[fault.code].said_in(language)
    if how and fault.code in BY_NAME:
        yield TAKE_OVER.said_in(language)
    if near := _near(fault, names):
        yield Wording(f"相近的有：{'、'.join(near)}。", f"Near it: {', '.join(near)}.").said_in(
            language
        )


def _near(fault: Fault, names: Names) -> list[str]:
    """The names that exist and come near one that does not, which stands in the sentence."""
    known: dict[str, Collection[str] | None] = {
        "no_such_act": names.acts,
        "no_such_role": names.roles,
        "no_such_rule": names.rules,
        "no_such_procedure": names.procedures,
    }
    among = known.get(fault.code)
    written = fault.said.zh.partition("“")[2].partition("”")[0]
    return get_close_matches(written, sorted(among or ()), n=3, cutoff=0.5)
