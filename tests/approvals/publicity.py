"""Decisions that were made public, for tests."""

from datetime import date
from decimal import Decimal
from typing import Any

from sunlit.approvals.models import PublicityRecord, Result
from sunlit.approvals.publicity.sheets import Decisions, sheet
from sunlit.approvals.selectors import publicity as selectors
from sunlit.approvals.services.publicity import publicity_opened
from sunlit.organization.models import Official, Role
from sunlit.screening.numbers import credit_check, id_check
from tests.approvals.factories import licence_case, penalty_case
from tests.organization.factories import agency, official

DECIDED, PUBLIC, TODAY = date(2012, 6, 8), date(2012, 6, 12), date(2012, 6, 14)
CREDIT_CODE = "91330100MA0000000" + credit_check("91330100MA0000000")
ID_NUMBER = "33010219900101123" + id_check("33010219900101123")


def granted(
    number: str = "SP2012-001",
    *,
    public: date | None = PUBLIC,
    decided: date = DECIDED,
    **parts: Any,
) -> PublicityRecord:
    """Return the publicity record of a licence that was granted and, unless told not, published."""
    values = {
        "accepted_on": date(decided.year, 6, 7),
        "decided_on": decided,
        "result": Result.GRANTED,
        "document_number": "城管许〔2012〕001号",
        "published_on": public,
        "status": "published" if public else "decided",
    }
    return publicity_opened(licence_case(number, **values | parts))


def punished(
    number: str = "CF2012-001",
    *,
    public: date | None = PUBLIC,
    decided: date = DECIDED,
    **parts: Any,
) -> PublicityRecord:
    """Return the publicity record of a penalty that was imposed and, unless told not, published."""
    values = {
        "filed_on": date(decided.year, 6, 7),
        "notified_on": date(decided.year, 6, 7),
        "decided_on": decided,
        "served_on": decided,
        "fine": Decimal("27500.50"),
        "document_number": "城执罚〔2012〕第001号",
        "disclosed_on": public,
        "status": "published" if public else "served",
    }
    return publicity_opened(penalty_case(number, **values | parts))


def public_row(record: PublicityRecord, version: str = "2018") -> dict[str, str]:
    """Return the row of a record as the public file has it, by code."""
    kind = Decisions.LICENCES if record.licence else Decisions.PENALTIES
    records = selectors.publicity_records(agency()).filter(pk=record.pk)
    curtain = selectors.curtain_of(agency(), on=TODAY)
    [found] = selectors.public_rows(records, curtain, version=version)
    return dict(zip(sheet(kind, version).codes, found.texts, strict=True))


def listed(kind: Decisions = Decisions.PENALTIES, on: date = TODAY) -> list[PublicityRecord]:
    """Return the decisions that the public sees on a day."""
    return list(selectors.public_decisions(agency(), kind, on=on))


def clerk() -> Official:
    """Return the clerk of open government, made if need be."""
    found = Official.objects.filter(username="clerk").first()
    return found or official(Role.CLERK, username="clerk")
