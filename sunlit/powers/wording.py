"""A flow chart as the text of an item: its steps in words, and the digest of its file."""

from collections.abc import Iterator

from sunlit.flows.chart import Chart
from sunlit.flows.telling import Told, Way, told
from sunlit.powers.models import ChartVersion

DIGEST = "## 流程图文件摘要（SHA-256）"
END = "办结"


def title_of(version: ChartVersion) -> str:
    """Return the title of the item that publishes a version."""
    return f"{version.procedure.name}流程图（第{version.number}版）"


def text_of(version: ChartVersion, chart: Chart) -> str:
    """Return a version as the text of an item, in light markup; it ends with the file's digest."""
    lines = [f"办理程序：{version.procedure.name}。", "", f"修改说明：{version.note}", ""]
    lines += ["## 办理步骤", ""]
    for step in told(chart):
        lines += [_step(step), *_ways(step)]
    if chart.notes:
        lines += ["", "## 说明", "", *(f"- {note.text}" for note in chart.notes)]
    return "\n".join([*lines, "", DIGEST, "", version.chart.digest])


def is_bound_to(version: ChartVersion, text: str) -> bool:
    """Whether a text still bears the digest of a version's file."""
    return version.chart.digest in text


def _step(step: Told) -> str:
    duty = step.duty
    said = [
        f"办理人：{step.by}" if step.by else "",
        f"文书：{duty.document}" if duty.document else "",
        f"时限：{duty.limit}" if duty.limit else "",
        "廉政风险点" if duty.is_risk_point else "",
    ]
    about = "；".join(one for one in said if one)
    return f"{step.number}. {step.task}（{about}）" if about else f"{step.number}. {step.task}"


def _ways(step: Told) -> Iterator[str]:
    """Say where a step leads, unless it is simply the next, or the end."""
    if len(step.ways) == 1 and not step.ways[0].asks:
        way = step.ways[0]
        if way.step == step.number + 1 or way.end == END:
            return
    indent = " " * len(f"{step.number}. ")
    for way in step.ways:
        asked = f"{way.asks}{way.answer}：" if way.asks else ""
        yield f"{indent}- {asked}{_to(way)}"


def _to(way: Way) -> str:
    if way.step is not None:
        return f"转第{way.step}步"
    return way.end if way.end == END else f"{way.end}（{END}）"
