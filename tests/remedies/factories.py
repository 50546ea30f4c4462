"""Files of reconsideration and litigation for tests."""

from datetime import date
from typing import Any

from sunlit.approvals.lifecycle import PenaltyStatus
from sunlit.approvals.models import PenaltyCase
from sunlit.foi.lifecycle import Outcome
from sunlit.foi.lifecycle import Status as RequestStatus
from sunlit.foi.models import ApplicantKind, Channel, InformationRequest
from sunlit.organization.models import Office
from sunlit.remedies.lifecycle import Status
from sunlit.remedies.models import Kind, Remedy
from tests.approvals.factories import penalty_case
from tests.organization.factories import agency, office

YEAR = 2012
DECIDED = date(YEAR, 3, 14)


def penalty(number: str = "CF2012-017") -> PenaltyCase:
    """Return a penalty decided on 14 March."""
    return penalty_case(
        number,
        filed_on=date(YEAR, 2, 21),
        notified_on=date(YEAR, 3, 5),
        decided_on=DECIDED,
        status=PenaltyStatus.DECIDED,
    )


def information_request(number: str = "YSQ2012-004") -> InformationRequest:
    """Return an information request refused on 14 March."""
    unit: Office = office()
    return InformationRequest.objects.create(
        agency=agency(),
        year=YEAR,
        number=number,
        applicant="申请人 004",
        applicant_kind=ApplicantKind.CITIZEN,
        received_on=date(YEAR, 3, 1),
        registered_on=date(YEAR, 3, 1),
        channel=Channel.IN_PERSON,
        content="举报人信息",
        office=unit,
        replied_on=DECIDED,
        outcome=Outcome.REFUSED,
        status=RequestStatus.REPLIED,
    )


def remedy(number: str = "FY2012-01", **parts: Any) -> Remedy:
    """Return a reconsideration of a penalty of which the agency was told on 27 April."""
    values: dict[str, Any] = {
        "agency": agency(),
        "year": YEAR,
        "number": number,
        "kind": Kind.RECONSIDERATION,
        "applicant": "申请人 F01",
        "cause": "不服行政处罚",
        "organ": "市人民政府",
        "filed_on": date(YEAR, 4, 19),
        "accepted_on": date(YEAR, 4, 23),
        "notified_on": date(YEAR, 4, 27),
        "status": Status.NOTIFIED,
    }
    if "information_request" not in parts and "penalty" not in parts:
        values["penalty"] = PenaltyCase.objects.filter(number="CF2012-017").first() or penalty()
    return Remedy.objects.create(**values | parts)
