"""The published sets of the list of powers as tables, in the columns that the field uses."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import chain

from django.db.models import QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from sunlit.design.handing import as_text, csv_file
from sunlit.powers.models import Kind, Power

CHINESE = "zh-hans"
Rows = Iterable[Sequence[object]]


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """One published set: its address, its name, the file's name, its columns and its rows."""

    name: str
    label: str | Promise
    file: str
    columns: tuple[str, ...]
    rows: Callable[[QuerySet[Power]], Rows]


def written(sheet: Sheet, powers: QuerySet[Power]) -> bytes:
    """Return a set as CSV for a spreadsheet, in the words of the official lists."""
    with override(CHINESE):
        cells = (
            ["" if value is None else as_text(value) for value in row] for row in sheet.rows(powers)
        )
        return csv_file(chain([sheet.columns], cells))


def _powers(powers: QuerySet[Power]) -> Rows:
    for number, one in enumerate(powers, start=1):
        yield (
            number, one.code, one.name, one.get_kind_display(), one.sub_list,
            one.get_source_display(), one.get_level_display(), one.legal_basis, one.content,
            one.implemented_by, one.office_name, one.joint_units, one.statutory_days,
            one.promised_days, one.fee, one.supervision_phone, one.status.label,
            one.published_on,
        )  # fmt: skip


def _responsibilities(powers: QuerySet[Power]) -> Rows:
    parts = powers.prefetch_related("stages", "situations")
    for number, one in enumerate(parts, start=1):
        stages = list(one.stages.all())
        situations = list(one.situations.all())
        yield (
            number, one.code, one.name, one.get_kind_display(),
            _numbered(f"{stage.stage}:{stage.duty}" for stage in stages) or one.duties,
            _numbered(dict.fromkeys(stage.basis for stage in stages if stage.basis)),
            _numbered(each.situation for each in situations) or one.accountability,
            _numbered(dict.fromkeys(each.basis for each in situations if each.basis)),
            one.office_name, one.supervision_phone,
        )  # fmt: skip


def _licences(powers: QuerySet[Power]) -> Rows:
    licences = powers.filter(kind=Kind.LICENCE).prefetch_related("materials")
    for number, one in enumerate(licences, start=1):
        papers = (
            paper.name if paper.is_required else f"{paper.name}(必要时)"
            for paper in one.materials.all()
        )
        yield (
            number, one.code, one.name, one.legal_basis, one.implemented_by, one.office_name,
            one.who_may_apply, _numbered(one.conditions.splitlines()), _numbered(papers),
            one.quantity_limit, one.statutory_days, one.promised_days, one.fee,
            one.result_document, one.place, one.office_hours, one.consulting_phone,
            one.supervision_phone, {True: "是", False: "否", None: ""}[one.is_online], one.visits,
        )  # fmt: skip


def _risks(powers: QuerySet[Power]) -> Rows:
    number = 0
    for one in powers.prefetch_related("risks"):
        found = list(one.risks.all())
        for risk in found:
            number += 1
            yield (
                number, one.code, one.name, len(found), risk.stage, risk.shows_as,
                risk.get_grade_display(), risk.control, risk.post,
            )  # fmt: skip


def _numbered(parts: Iterable[str]) -> str:
    return "\n".join(f"{number}.{part}" for number, part in enumerate(parts, start=1))


def _columns(names: str) -> tuple[str, ...]:
    return tuple(names.split())


SHEETS = (
    Sheet(
        name="powers",
        label=_("List of powers"),
        file="权力清单.csv",
        columns=_columns(
            "序号 实施编码 权力名称 权力类型 子清单 权力来源 行使层级 设定依据 "
            "内容或者处罚幅度 实施主体 承办机构 联办机构 法定办结时限(工作日) "
            "承诺办结时限 收费依据和标准 监督电话 状态 发布日期"
        ),
        rows=_powers,
    ),
    Sheet(
        name="responsibilities",
        label=_("List of responsibilities"),
        file="责任清单.csv",
        columns=_columns(
            "序号 实施编码 权力名称 权力类型 责任事项 责任事项依据 追责情形 "
            "追责依据 承办机构 监督电话"
        ),
        rows=_responsibilities,
    ),
    Sheet(
        name="licences",
        label=_("List of licences"),
        file="行政许可事项清单.csv",
        columns=_columns(
            "序号 实施编码 事项名称 设定依据 实施主体 承办机构 服务对象 "
            "受理条件 申请材料 数量限制 法定办结时限(工作日) 承诺办结时限 "
            "收费依据和标准 审批结果名称 办理地点 办理时间 咨询电话 监督电话 "
            "是否网办 到现场次数"
        ),
        rows=_licences,
    ),
    Sheet(
        name="risks",
        label=_("List of integrity risk points"),
        file="廉政风险点清单.csv",
        columns=_columns("序号 实施编码 权力名称 风险点数量 环节 表现形式 等级 防控措施 责任人"),
        rows=_risks,
    ),
)
"""The sets that are published, in the order in which the page names them."""
