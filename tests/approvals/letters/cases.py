"""Cases at the stage for each kind of letter, under the law of 2012 and of 2022."""

from datetime import date, time
from decimal import Decimal
from typing import Any

from sunlit.approvals.letters.kinds import Kind
from sunlit.approvals.lifecycle import CoercionStatus, PenaltyStatus, Status
from sunlit.approvals.models import (
    CoercionCase,
    Letter,
    LicenceCase,
    PenaltyCase,
    PenaltyProcedure,
    Result,
    ReviewBodies,
)
from sunlit.approvals.services.letters import (
    write_in_coercion_case,
    write_in_licence_case,
    write_in_penalty_case,
)
from sunlit.organization.models import Role
from tests.approvals import factories
from tests.organization.factories import agency, official

YEARS = (2012, 2022)
GOVERNMENT, DEPARTMENT, COURT = "市人民政府", "省住房和城乡建设厅", "市中心区人民法院"


def bodies() -> ReviewBodies:
    """Return who reviews the agency's decisions, named long ago."""
    found, _is_new = ReviewBodies.objects.get_or_create(
        agency=agency(), since=date(2010, 1, 1),
        defaults={"government": GOVERNMENT, "department": DEPARTMENT, "court": COURT},
    )  # fmt: skip
    return found


def typed(kind: Kind) -> dict[str, object]:
    """Return what an official types for a letter."""
    values: dict[str, object] = {
        "materials": "申请书；营业执照复印件",
        "reason_not_accepted": "该事项依法不属于本机关职权范围。",
        "competent": "市住房和城乡建设局",
        "left_out_for": "专家评审",
        "left_out_days": "12个工作日",
        "served": "决定书一份",
        "place": "市政务服务中心",
        "how": "直接送达",
        "facts": "当事人占用道路经营。",
        "evidence": "现场照片三张。",
        "grounds": "《市容条例》第十四条、第三十六条",
        "proposed": "罚款五百元",
        "hearing_day": date(2012, 7, 2),
        "hearing_time": "上午9时",
        "party_address": "甲街道1号",
        "defence": "当事人未陈述、申辩。",
        "performance": "自收到本决定书之日起15日内到指定的银行缴纳罚款。",
        "pay_where": "到指定的银行缴纳",
        "reason": "原决定已被依法撤销。",
        "perform_how": "自行拆除，并清理现场",
        "why_enforced": "逾期未拆除，且无正当理由；《城乡规划法》第六十八条",
        "enforced_how": "强制拆除",
        "enforced_when": "经批准后另行公告",
        "cost": "人工和机械费用3000元",
        "performer": "市政维护有限公司",
    }
    return values


def licence(kind: Kind, year: int = 2012) -> LicenceCase:
    """Return a licence case in which a letter of this kind is due on 29 June."""
    accepted = {"accepted_on": date(year, 6, 8), "status": Status.ACCEPTED}
    decided = accepted | {"decided_on": date(year, 6, 12), "status": Status.DECIDED,
                          "result": Result.GRANTED,
                          "document_number": f"城许〔{year}〕7号"}  # fmt: skip
    parts: dict[Kind, dict[str, Any]] = {
        Kind.LICENCE_RECEIPT: {},
        Kind.LICENCE_NOT_ACCEPTED: {
            "status": Status.DECLINED,
            "result": Result.DECLINED,
            "ended_on": date(year, 6, 8),
        },
        Kind.LICENCE_SUPPLEMENT: {
            "supplement_notice_on": date(year, 6, 8),
            "supplement_notice": "一、营业执照\n二、设计图",
            "status": Status.AWAITING_SUPPLEMENT,
        },
        Kind.LICENCE_ACCEPTANCE: accepted | {"promised_due_on": date(year, 6, 19)},
        Kind.LICENCE_TIME_LEFT_OUT: accepted,
        Kind.LICENCE_EXTENSION: accepted
        | {"is_extended": True, "extension_reason": "需要专家论证"},
        Kind.LICENCE_GRANT: decided,
        Kind.LICENCE_REFUSAL: decided | {"result": Result.REFUSED, "reason": "遮挡消防通道。"},
        Kind.LICENCE_DELIVERY: decided,
    }
    return factories.licence_case(
        number=f"SP{year}-001", year=year, received_on=date(year, 6, 7), query_code="K7-2Q",
        **parts[kind],
    )  # fmt: skip


def penalty(kind: Kind, year: int = 2012) -> PenaltyCase:
    """Return a penalty case in which a letter of this kind is due on 29 June."""
    notified = {"notified_on": date(year, 4, 9), "status": PenaltyStatus.NOTIFIED}
    decided = notified | {
        "decided_on": date(year, 4, 20), "status": PenaltyStatus.DECIDED, "fine": Decimal(500),
        "document_number": f"城罚〔{year}〕9号", "discretion": "一般",
    }  # fmt: skip
    served = decided | {"served_on": date(year, 4, 23), "status": PenaltyStatus.SERVED}
    hearing = {"procedure": PenaltyProcedure.HEARING}
    parts: dict[Kind, dict[str, Any]] = {
        Kind.PENALTY_FILING: {},
        Kind.PENALTY_NOTICE: hearing,
        Kind.PENALTY_HEARING_NOTICE: notified | hearing,
        Kind.PENALTY_DECISION: decided,
        Kind.PENALTY_ON_THE_SPOT: decided
        | {"procedure": PenaltyProcedure.SIMPLE, "fine": Decimal(50)},
        Kind.PENALTY_SERVICE: decided,
        Kind.PENALTY_DEMAND: served,
        Kind.PENALTY_WITHDRAWAL: served
        | {
            "disclosed_on": date(year, 4, 24),
            "publication_withdrawn_on": date(year, 6, 1),
            "status": PenaltyStatus.PUBLISHED,
        },
    }
    return factories.penalty_case(
        number=f"CF{year}-001", year=year, filed_on=date(year, 4, 5), source="巡查发现",
        query_code="P7-2Q",
        **parts[kind],
    )  # fmt: skip


def coercion(kind: Kind, year: int = 2012) -> CoercionCase:
    """Return a coercion case in which a letter of this kind is due on 29 June."""
    parts: dict[str, Any] = {
        "announced_on": date(year, 1, 9), "remove_by": date(year, 1, 30),
        "demanded_on": date(year, 6, 4), "perform_by": date(year, 6, 11),
        "defence_answer": "申辩理由不成立。", "ordered_on": date(year, 6, 14),
        "order_number": f"强拆〔{year}〕1号", "government_document": f"府批〔{year}〕8号",
        "set_for": date(year, 7, 6), "set_at": time(9), "status": CoercionStatus.SET,
    }  # fmt: skip
    if kind == Kind.COERCION_SUBSTITUTE:
        parts = {"kind": "substitute", "status": CoercionStatus.DECIDED}
    return factories.coercion_case(
        number=f"QZ{year}-001", year=year, decided_on=date(year, 1, 5),
        document_number=f"限拆〔{year}〕1号", **parts,
    )  # fmt: skip


def case_for(kind: Kind, year: int = 2012) -> LicenceCase | PenaltyCase | CoercionCase:
    """Return a case in which a letter of this kind is due on 29 June of the year."""
    if kind.is_of_coercion:
        return coercion(kind, year)
    return licence(kind, year) if kind.is_of_licence else penalty(kind, year)


def day_for(year: int = 2012) -> date:
    """Return the day on which the letters are written."""
    return date(year, 6, 29)


def act_for(kind: Kind) -> Any:
    """Return the act that writes a letter of this kind."""
    if kind.is_of_coercion:
        return write_in_coercion_case
    return write_in_licence_case if kind.is_of_licence else write_in_penalty_case


def written(kind: Kind = Kind.LICENCE_REFUSAL) -> Letter:
    """Return a letter that was written and not yet delivered."""
    bodies()
    case = case_for(kind)
    by = official(Role.APPROVER, username="writer")
    values = {"record_id": case.pk, "by": by, "today": date(2012, 6, 13), "kind": kind}
    return act_for(kind)(**values, typed=typed(kind))
