"""What the records say of a decision, by the names that the sheets use."""

import re
from decimal import Decimal
from typing import cast

from sunlit.approvals.models import (
    LicenceCase,
    PartyKind,
    PenaltyCase,
    PublicityRecord,
    Result,
)
from sunlit.approvals.publicity.rows import Decision, Fact
from sunlit.approvals.publicity.sheets import Decisions

VALID, VOID = "valid", "void"
GRANTED_NAME, REFUSED_NAME = "准予行政许可决定书", "不予行政许可决定书"
PENALTY_NAME = "行政处罚决定书"
_WARNED, _CRITICISED = re.compile("警告"), re.compile("通报批评")


def decision_of(record: PublicityRecord) -> Decision:
    """Return what the records say of the decision of a publicity record."""
    if record.licence is not None:
        return decision_of_licence(record.licence, record)
    return decision_of_penalty(cast("PenaltyCase", record.penalty), record)


def decision_of_licence(case: LicenceCase, record: PublicityRecord) -> Decision:
    """Return what the records say of a decision on a licence."""
    granted = case.result == Result.GRANTED
    facts: dict[str, Fact] = {
        **_counterpart(case.applicant, case.applicant_kind, record),
        "document_name": GRANTED_NAME if granted else REFUSED_NAME,
        "document_number": case.document_number,
        "matter": case.power.name,
        "category": record.category,
        "certificate": record.certificate,
        "licence_number": record.licence_number,
        "content": case.content,
        "decided_on": case.decided_on,
        "valid_from": record.valid_from,
        "valid_until": record.valid_until,
        **_organ(record),
    }
    traits = {_trait(case.applicant_kind), "granted" if granted else "refused"}
    return Decision(Decisions.LICENCES, case.number, facts, frozenset(traits))


def decision_of_penalty(case: PenaltyCase, record: PublicityRecord) -> Decision:
    """Return what the records say of a penalty."""
    kinds = tuple(record.categories) or categories_of(case.fine, case.other_measure)
    facts: dict[str, Fact] = {
        **_counterpart(case.party, case.party_kind, record),
        "document_name": PENALTY_NAME,
        "document_number": case.document_number,
        "offence": case.cause,
        "matter": case.cause,
        "facts": record.facts,
        "basis": record.basis or case.power.legal_basis,
        "categories": kinds,
        "first_category": kinds[:1],
        "second_category": kinds[1:2],
        "content": penalty_in_words(case.fine, record.confiscated, case.other_measure),
        "fine": case.fine or None,
        "confiscated": record.confiscated or None,
        "permit": record.permit,
        "decided_on": case.decided_on,
        "in_force_until": record.in_force_until,
        "public_until": record.public_until,
        **_organ(record),
    }
    traits = {_trait(case.party_kind)}
    traits |= {"fined"} if "fine" in kinds else set()
    traits |= {"confiscated"} if "confiscation" in kinds else set()
    traits |= {"suspended"} if "permit" in kinds else set()
    return Decision(Decisions.PENALTIES, case.number, facts, frozenset(traits))


def categories_of(fine: Decimal, other_measure: str) -> tuple[str, ...]:
    """Return the categories of a penalty as far as the record tells them.

    An order to mend (责令改正) is no penalty and has no category; another measure is one of others.
    """
    found = [
        *(["warning"] if _WARNED.search(other_measure) else []),
        *(["criticism"] if _CRITICISED.search(other_measure) else []),
        *(["fine"] if fine else []),
    ]
    if not found and other_measure:
        found = ["other"]
    return tuple(found)


def penalty_in_words(fine: Decimal, confiscated: Decimal, other_measure: str) -> str:
    """Return the content of a penalty in the words of the sheet (处罚内容)."""
    parts = (
        f"罚款人民币{_yuan(fine)}元" if fine else "",
        f"没收违法所得、非法财物人民币{_yuan(confiscated)}元" if confiscated else "",
        other_measure,
    )
    return "；".join(part for part in parts if part)


def _counterpart(name: str, kind: str, record: PublicityRecord) -> dict[str, Fact]:
    person = kind == PartyKind.PERSON
    paper, number = record.identity_document, record.identity_number
    return {
        "name": name,
        "kind": str(kind),
        "credit_code": record.credit_code,
        "registration_number": record.registration_number,
        "organisation_code": record.organisation_code,
        "tax_number": record.tax_number,
        "institution_number": record.institution_number,
        "society_number": record.society_number,
        "representative": record.representative,
        "document": paper if person else "",
        "number": number if person else "",
        "resident_number": number if person and paper == "resident" else "",
        "representative_document": "" if person else paper,
        "representative_number": "" if person else number,
    }


def _organ(record: PublicityRecord) -> dict[str, Fact]:
    agency = record.agency
    return {
        "organ": agency.name,
        "organ_code": agency.credit_code,
        "source": agency.name,
        "source_code": agency.credit_code,
        "status": VOID if record.withdrawn_on else VALID,
        "remark": _withdrawn(record) if record.withdrawn_on else record.remark,
        "stamp": record.withdrawn_on or record.completed_on,
    }


def _withdrawn(record: PublicityRecord) -> str:
    """Say in the sheet's remark that a decision no longer stands, since when and why."""
    return f"无效，{record.withdrawn_on:%Y-%m-%d}撤下：{record.withdrawal_reason or '未载明'}"


def _trait(kind: str) -> str:
    """An individual business has a credit code and somebody who answers, as an organisation has."""
    return "person" if kind == PartyKind.PERSON else "organisation"


def _yuan(amount: Decimal) -> str:
    return f"{amount:f}".rstrip("0").rstrip(".") if "." in f"{amount:f}" else f"{amount:f}"
