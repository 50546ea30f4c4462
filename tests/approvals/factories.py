"""Powers, windows, licence cases and penalty cases for tests."""

from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

from django.utils import timezone

from sunlit.approvals.flowing import chart_of_coercion
from sunlit.approvals.lifecycle import CoercionStatus, PenaltyStatus, Status
from sunlit.approvals.models import (
    CaseOfficer,
    CoercionCase,
    Evidence,
    EvidenceKind,
    InvestigationReport,
    LegalReview,
    LicenceCase,
    PartyKind,
    PenaltyCase,
    PenaltyHearing,
    PenaltyProcedure,
    PenaltyPublication,
    ReviewOpinion,
)
from sunlit.complaints.lifecycle import Decision
from sunlit.complaints.lifecycle import Status as ComplaintStatus
from sunlit.complaints.models import Complaint
from sunlit.flows import runs
from sunlit.flows.following import Done
from sunlit.intake.folder import Folder
from sunlit.organization.models import Agency, Official, Role, Subdistrict, Zone
from sunlit.powers.models import Kind, Power, ServiceWindow
from tests.organization.factories import agency, office, official

YEAR = 2012
SIMPLE = PenaltyProcedure.SIMPLE
WINDOW = "市政务服务中心城管窗口"


def power(kind: Kind = Kind.LICENCE, code: str = "", **parts: Any) -> Power:
    """Return a power of this kind, made if need be; a licence has its window, too."""
    if kind == Kind.LICENCE:
        window()
    numbers = {Kind.LICENCE: "CG-XK-001", Kind.PENALTY: "CG-CF-001", Kind.REWARD: "CG-JL-001"}
    values = {
        "kind": kind,
        "sub_list": "分表",
        "name": f"{kind.value} 事项",
        "full_name": f"{kind.value} 事项",
        "legal_basis": "依据",
        "implemented_by": "市城市管理局",
        "office_name": "行政审批科",
        "promised_days": "7",
        "in_service_window": kind == Kind.LICENCE,
        "is_public": True,
        "published_on": date(YEAR, 3, 1),
        "verification": "direct",
    }
    found, _is_new = Power.objects.get_or_create(
        agency=agency(), code=code or numbers[kind], defaults=values | parts
    )
    return found


def window() -> ServiceWindow:
    """Return the service window, opened on 21 May."""
    found, _is_new = ServiceWindow.objects.get_or_create(
        agency=agency(),
        name=WINDOW,
        defaults={
            "opened_on": date(YEAR, 5, 21),
            "staff": 4,
            "chief_post": "首席代表",
            "chief_authorised_on": date(YEAR, 5, 18),
            "chief_document": "文号",
            "chief_powers": ["受理决定权", "一般事项审批决定权"],
        },
    )
    return found


def place() -> tuple[Zone, Subdistrict]:
    """Return a zone and a subdistrict."""
    zone, _is_new = Zone.objects.get_or_create(agency=agency(), code="Z1", name="中心城区")
    subdistrict, _is_new = Subdistrict.objects.get_or_create(agency=agency(), name="甲街道")
    return zone, subdistrict


def licence_case(number: str = "SP2012-001", **parts: Any) -> LicenceCase:
    """Return an application received on Thursday, 7 June 2012, unless told otherwise."""
    values: dict[str, Any] = {
        "agency": agency(),
        "year": YEAR,
        "number": number,
        "power": power(),
        "applicant": "申请人 001",
        "applicant_kind": PartyKind.ORGANISATION,
        "content": "设置灯箱",
        "received_at": WINDOW,
        "at_window": True,
        "received_on": date(YEAR, 6, 7),
        "promised_days": 7,
        "status": Status.RECEIVED,
    }
    return LicenceCase.objects.create(**values | parts)


def penalty_case(number: str = "CF2012-001", *, reviewed: bool = True, **parts: Any) -> PenaltyCase:
    """Return a case filed on Thursday, 7 June 2012, unless told otherwise.

    One past its filing has had its legal review, and a served one the review of its words.
    """
    values: dict[str, Any] = {
        "agency": agency(),
        "year": YEAR,
        "number": number,
        "power": power(Kind.PENALTY),
        "cause": "占道经营",
        "party": "当事人 001",
        "party_kind": PartyKind.PERSON,
        "office": office(),
        "procedure": PenaltyProcedure.ORDINARY,
        "filed_on": date(YEAR, 6, 7),
        "status": PenaltyStatus.FILED,
    }
    made = PenaltyCase.objects.create(**values | parts)
    if reviewed and made.status != PenaltyStatus.FILED and made.procedure != SIMPLE:
        review(made)
    if made.status == PenaltyStatus.SERVED:
        words(made)
    return made


def investigated(case: PenaltyCase, **parts: Any) -> PenaltyCase:
    """Return a case whose officers have taken evidence and ended with a report."""
    for certificate in ("ZF-001", "ZF-002"):
        CaseOfficer.objects.create(
            case=case, post="执法队员", certificate=certificate, named_on=case.filed_on
        )
    Evidence.objects.create(
        case=case, kind=EvidenceKind.INSPECTION, content="现场照片", taken_on=case.filed_on,
        taken_by="执法队员",
    )  # fmt: skip
    values = {"ended_on": case.filed_on, "findings": "占道经营属实", "fine": 500} | parts
    InvestigationReport.objects.create(case=case, **values)
    return case


def review(case: PenaltyCase, opinion: str = ReviewOpinion.AGREED) -> PenaltyCase:
    """Return a case with its legal review."""
    LegalReview.objects.create(
        case=case, reviewed_on=case.filed_on, opinion=opinion, reason="事实清楚", post="法制审核岗"
    )
    return case


def words(case: PenaltyCase) -> PenaltyCase:
    """Return a case whose words to be published have been reviewed."""
    PenaltyPublication.objects.create(
        case=case, party_shown="当某某", text="占道经营", reviewed_on=case.decided_on,
        reviewed_by="保密审查岗",
    )  # fmt: skip
    return case


def hearing(case: PenaltyCase, presider: Official | None = None, **parts: Any) -> PenaltyCase:
    """Return a case whose party asked for a hearing; with a presider it is set."""
    values = {"asked_on": case.notified_on, "presider": presider} | parts
    if presider:
        values |= {"noticed_on": case.notified_on, "place": "听证室"}
    PenaltyHearing.objects.create(case=case, **values)
    return case


def coercion_case(status: CoercionStatus = CoercionStatus.DECIDED, **parts: Any) -> CoercionCase:
    """Return the case of a demolition decided on Thursday, 7 June 2012, unless told otherwise."""
    values = {
        "agency": agency(),
        "year": YEAR,
        "number": "QZ2012-001",
        "kind": "demolition",
        "power": power(Kind.PENALTY),
        "cause": "违法搭建",
        "party": "当事人 001",
        "party_kind": PartyKind.PERSON,
        "office": office(),
        "target": "棚屋",
        "decided_on": date(YEAR, 6, 7),
        "status": status,
        "approved_by": "分管领导",
    }
    return CoercionCase.objects.create(**values | parts)


def on_a_chart_with_a_step_to_record() -> CoercionCase:
    """Return a demolition on an agency's own chart, in which the notice is only recorded."""
    case = coercion_case()
    chart = chart_of_coercion(case)
    assert chart is not None
    act, recorded = b'"coercion-cases.announce"', b'"flow.record"'
    own = replace(chart, content=chart.content.replace(act, recorded))
    case.run = runs.begin(case.agency, own, [Done("coercion-cases.open", case.decided_on)])
    case.save()
    return case


def complaint(number: str = "TS2012-0001", *, on: date = date(YEAR, 6, 1)) -> Complaint:
    """Return an accepted complaint."""
    zone, subdistrict = place()
    at = timezone.make_aware(datetime(on.year, on.month, on.day, 9, 0))  # noqa: DTZ001
    return Complaint.objects.create(
        agency=agency(),
        year=YEAR,
        number=number,
        received_at=at,
        source="热线",
        complainant="诉求人 001",
        category="市容",
        zone=zone,
        subdistrict=subdistrict,
        place="路口",
        text="占道",
        decision=Decision.ACCEPTED,
        decided_at=at,
        status=ComplaintStatus.ACCEPTED,
    )


def folder(path: Path, **tables: str) -> Folder:
    """Return a folder with these tables (file names without `.csv`), everything on its shelf."""
    for name, text in tables.items():
        (path / f"{name}.csv").write_text(text, encoding="utf-8")
    found = Folder(path, year=YEAR)
    found.agency = owner()
    found.by = official(Role.ADMINISTRATOR, username="records")
    zone, subdistrict = place()
    window()
    found.shelve("zone", {zone.code: zone})
    found.shelve("subdistrict", {subdistrict.name: subdistrict})
    found.shelve("office", {"KS01": office()})
    powers = [power(), power(Kind.PENALTY), power(Kind.REWARD)]
    found.shelve("power", {one.code: one for one in powers})
    return found


def owner() -> Agency:
    """Return the agency of all these records."""
    return agency()
