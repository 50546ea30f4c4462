"""What a case says in its letters: each value by its name in the templates, in Chinese."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from django.utils.translation import override

from sunlit import statutes
from sunlit.approvals import selectors
from sunlit.approvals.letters.amounts import in_capitals, in_figures
from sunlit.approvals.letters.kinds import NATURES, Kind
from sunlit.approvals.letters.remedies import Bodies, in_letter, in_words, remedies_on
from sunlit.approvals.letters.words import BLANK, TO_BE_SIGNED
from sunlit.approvals.models import (
    CoercionCase,
    CoercionKind,
    LicenceCase,
    NonAcceptance,
    PartyKind,
    PenaltyCase,
    PenaltyProcedure,
    ReviewBodies,
)
from sunlit.approvals.selectors.penalties import last_notice
from sunlit.files.paper import day_in_words
from sunlit.kernel.refusals import NotYetLaw
from sunlit.powers.selectors import materials_of

LANGUAGE = "zh-hans"  # a letter speaks the language of its record
SEAL = "（印章）"
PERFORMED = {
    CoercionKind.DEMOLITION: "自行拆除，并清理现场",
    CoercionKind.SUBSTITUTE: "自行排除妨碍、恢复原状",
    CoercionKind.COURT: "自行履行行政决定确定的义务",
}
ENFORCED = {
    CoercionKind.DEMOLITION: "强制拆除",
    CoercionKind.SUBSTITUTE: "代履行",
}
"""How a duty is usually performed and enforced, by the kind of coercion."""
Case = LicenceCase | PenaltyCase | CoercionCase


def values_of(
    case: Case, kind: Kind, typed: Mapping[str, object], *, number: str, on: date
) -> dict[str, str]:
    """Return every value that a letter of this kind, dated on that day, may name.

    What the case does not hold is empty.
    """
    agency = case.agency
    party = case.applicant if isinstance(case, LicenceCase) else case.party
    common = {
        "agency": agency.name,
        "agency_address": agency.address,
        "agency_phone": agency.complaint_phone or agency.hotline or agency.supervision_phone,
        "seal": SEAL,
        "date": _day(on),
        "number": number,
        "addressee": party,
        "party": party,
        "case_number": case.number,
        "query_code": "" if isinstance(case, CoercionCase) else case.query_code,
        "matter": case.power.name,
        "legal_basis": case.power.legal_basis,
        "document_number": case.document_number,
        "decided_on": _day(case.decided_on),
        "remedies": _remedies(case, on if NATURES[kind].ends else decision_of(case, kind)[0]),
        TO_BE_SIGNED: BLANK,
    }
    match case:
        case LicenceCase():
            of_case = _of_licence(case)
        case PenaltyCase():
            of_case = _of_penalty(case)
        case CoercionCase():
            of_case = _of_coercion(case)
    given = {name: _typed(typed.get(name)) for name in NATURES[kind].typed}
    if kind is Kind.COERCION_DEMAND and not of_case["sum_due"]:
        given["pay_where"] = ""  # there is nothing to pay
    return common | of_case | given


def decision_of(case: Case, kind: Kind) -> tuple[date | None, str]:
    """Return the day and the number of the decision that a letter of this kind tells."""
    if kind is Kind.COERCION_ORDER and isinstance(case, CoercionCase):
        return case.ordered_on, case.order_number
    return case.decided_on, case.document_number


def review_bodies(agency_id: int, *, on: date) -> ReviewBodies | None:
    """Return who reviews the agency's decisions on a day; None where it has not said so."""
    named = ReviewBodies.objects.filter(agency_id=agency_id, since__lte=on)
    return named.order_by("-since").first()


def _remedies(case: Case, decided_on: date | None) -> str:
    if decided_on is None:
        return ""
    named = review_bodies(case.agency_id, on=decided_on)
    if named is None:
        return ""
    on_the_spot = isinstance(case, PenaltyCase) and case.procedure == PenaltyProcedure.SIMPLE
    bodies = Bodies(named.government, named.department, named.court)
    return in_words(remedies_on(decided_on, bodies, on_the_spot=on_the_spot))


def _of_licence(case: LicenceCase) -> dict[str, str]:
    asked = case.supplement_notice_on
    supplement_due = _last(case, "licence.supplement", asked) if asked else None
    extended = case.accepted_on if case.is_extended else None
    extended_due = _last(case, "licence.decide_extended", extended) if extended else None
    return {
        "content": case.content,
        "received_on": _day(case.received_on),
        "received_at": case.received_at,
        "supplement": case.supplement_notice,
        "supplement_due": _day(supplement_due),
        "accepted_on": _day(case.accepted_on),
        "promised_days": str(case.promised_days or ""),
        "promised_due_on": _day(case.promised_due_on),
        "extension_reason": case.extension_reason,
        "extension_days": _extension(case) if case.is_extended else "",
        "extended_due_on": _day(extended_due),
        "reason": case.reason,
    }


def _of_penalty(case: PenaltyCase) -> dict[str, str]:
    with override(LANGUAGE):
        party_kind = str(PartyKind(case.party_kind).label)
        procedure = str(PenaltyProcedure(case.procedure).label)
    return {
        "party_kind": party_kind,
        "cause": case.cause,
        "source": case.source,
        "office": case.office.name,
        "procedure": procedure,
        "filed_on": _day(case.filed_on),
        "notified_on": _day(case.notified_on),
        "hearing_on": _day(case.hearing_on),
        "served_on": _day(case.served_on),
        "discretion": case.discretion,
        "penalty": penalty_in_words(case),
        "fine": in_figures(case.fine) if case.fine else "",
        "sum_due": _sum(case) if case.fine and not case.paid_on else "",
        "surcharge": _surcharge(case),
        "hearing_right": _hearing_right(case),
        "disclosed_on": _day(case.disclosed_on),
        "withdrawn_on": _day(case.publication_withdrawn_on),
    }


def _of_coercion(case: CoercionCase) -> dict[str, str]:
    with override(LANGUAGE):
        party_kind = str(PartyKind(case.party_kind).label)
    penalty = case.penalty
    is_owed = case.kind == CoercionKind.COURT and penalty and penalty.fine and not penalty.paid_on
    owed = penalty if is_owed else None
    return {
        "party_kind": party_kind,
        "cause": case.cause,
        "office": case.office.name,
        "target": case.target,
        "penalty_number": penalty.document_number if penalty else "",
        "penalty_decided_on": _day(penalty.decided_on) if penalty else "",
        "sum_due": _sum(owed) if owed else "",
        "announced_on": _day(case.announced_on),
        "remove_by": _day(case.remove_by),
        "perform_by": _day(case.perform_by),
        "demanded_on": _day(case.demanded_on),
        "defence_answer": case.defence_answer,
        "ordered_on": _day(case.ordered_on),
        "order_number": case.order_number,
        "government_document": case.government_document,
        "set_for": _day(case.set_for),
        "set_at": f"{case.set_at:%H:%M}" if case.set_at else "",
    }


def penalty_in_words(case: PenaltyCase) -> str:
    """Return what is imposed: the fine in figures and capitals, and the other measure."""
    if case.decided_on is None:
        return ""
    fine = f"罚款人民币{_sum(case)}" if case.fine else ""
    return "；".join(part for part in (fine, case.other_measure) if part)


def usual_performance(case: PenaltyCase) -> str:
    """Return how a fine is paid and by when, as a form offers it; empty without a fine."""
    if not case.fine or case.decided_on is None:
        return ""
    limit = statutes.limit("penalty.pay", on=case.decided_on)
    length = limit.unit.of(limit.amount).zh
    return (
        f"依照{in_letter(limit.basis[0])}的规定，自收到本决定书之日起{length}内，"
        "到指定的银行缴纳罚款。"
    )


def _sum(case: PenaltyCase) -> str:
    return _figures_and_capitals(case.fine)


def _figures_and_capitals(amount: Decimal) -> str:
    return f"{in_figures(amount)}（{in_capitals(amount)}）"


def _surcharge(case: PenaltyCase) -> str:
    if not case.fine or case.decided_on is None:
        return ""
    basis = statutes.provision("penalty.surcharge", on=case.decided_on)
    return f"到期不缴纳罚款的，依照{in_letter(basis)}的规定，每日按罚款数额的百分之三加处罚款。"


def _hearing_right(case: PenaltyCase) -> str:
    if case.procedure != PenaltyProcedure.HEARING:
        return ""
    day = case.notified_on or case.filed_on
    limit = statutes.limit("penalty.hearing_request", on=day)
    basis = statutes.provision("penalty.hearing", on=day)
    return (
        f"依照{in_letter(basis)}的规定，你（单位）有权要求听证。要求听证的，应当自收到本告知书"
        f"之日起{limit.unit.of(limit.amount).zh}内向本机关提出；逾期未提出的，视为放弃听证权利。"
    )


def _last(case: Case, rule: str, start: date) -> date | None:
    return selectors.last_day(case.agency_id, rule, start)


def _extension(case: LicenceCase) -> str:
    try:
        rule = statutes.rule("licence.decide", on=case.accepted_on or case.received_on)
    except NotYetLaw:
        return ""
    return rule.limit.unit.of(rule.extension).zh


def _typed(value: object) -> str:
    return _day(value) if isinstance(value, date) else str(value or "").strip()


def _day(day: date | None) -> str:
    return day_in_words(day, LANGUAGE) if day else ""


def usual_values(case: Case, kind: Kind) -> dict[str, str]:
    """Return what the form of a letter begins with: what the case lets one guess."""
    guessed = {"how": "直接送达", "grounds": case.power.legal_basis, "served": _served(case)}
    match case:
        case LicenceCase():
            guessed |= {"place": case.received_at, "materials": _materials(case)}
            guessed |= _of_non_acceptance(case, kind)
        case PenaltyCase():
            guessed |= {"performance": usual_performance(case)} | _of_notice(case, kind)
        case CoercionCase():
            guessed |= {
                "perform_how": PERFORMED.get(CoercionKind(case.kind), ""),
                "enforced_how": ENFORCED.get(CoercionKind(case.kind), ""),
                "enforced_when": "经依法批准后实施，具体时间另行公告",
            }
    return {name: guessed.get(name, "") for name in NATURES[kind].typed}


def _of_non_acceptance(case: LicenceCase, kind: Kind) -> dict[str, str]:
    """Return what the record of a declined application says; nothing for another letter."""
    declined = selectors.non_acceptance_of(case) if kind == Kind.LICENCE_NOT_ACCEPTED else None
    if declined is None:
        return {}
    return {
        "reason_not_accepted": f"{_GROUNDS[declined.ground]}{declined.reason}",
        "competent": declined.competent_agency,
    }


_GROUNDS = {
    NonAcceptance.Ground.NOT_NEEDED.value: "该事项依法不需要取得行政许可。",
    NonAcceptance.Ground.NOT_COMPETENT.value: "该事项依法不属于本机关职权范围。",
}


def _of_notice(case: PenaltyCase, kind: Kind) -> dict[str, str]:
    """Return what the record of a notice to the party says; nothing for another letter."""
    notice = last_notice(case) if kind == Kind.PENALTY_NOTICE else None
    if notice is None:
        return {}
    fine = f"罚款人民币{_figures_and_capitals(notice.fine)}" if notice.fine else ""
    return {
        "facts": notice.facts,
        "evidence": "；".join(one.content for one in case.evidence.order_by("id")),
        "grounds": f"{notice.grounds}（{notice.legal_basis}）",
        "proposed": "；".join(part for part in (fine, notice.measure) if part),
    }


def _served(case: Case) -> str:
    """Return the decision of a case, as a proof of delivery names it."""
    deciding = [kind for kind, nature in NATURES.items() if nature.decides]
    letter = case.letters.filter(kind__in=deciding).order_by("-id").first()
    return f"{letter.said.title}（{letter.number}）一份" if letter else ""


def _materials(case: LicenceCase) -> str:
    names = [one.name for one in materials_of(case.power) if one.is_required]
    return "；".join(names)
