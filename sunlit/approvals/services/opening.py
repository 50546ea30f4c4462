"""How a licence case begins, by whichever way its application came in."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sunlit.approvals import applying, events, rules, running, selectors
from sunlit.approvals.models import (
    Application,
    CaseMaterial,
    Channel,
    JointApplication,
    LicenceCase,
)
from sunlit.approvals.services.numbers import next_number
from sunlit.kernel.query_codes import new_query_code
from sunlit.organization.models import Agency, Subdistrict, Zone
from sunlit.powers.models import Power, ServiceWindow

ON_THE_WEB = "网上"
OTHER_PAPERS = "其他材料"


@dataclass(frozen=True, kw_only=True)
class Applied:
    """What an applicant says: for what, where, who applies, and how to reach them."""

    applicant: str
    applicant_kind: str
    content: str
    place: str = ""
    zone: Zone | None = None
    subdistrict: Subdistrict | None = None
    co_applicants: str = ""
    agent: str = ""
    signed_as: str = ""
    phone: str = ""
    address: str = ""
    certificate: str = ""
    agent_phone: str = ""

    @property
    def personal(self) -> dict[str, str]:
        """What is sealed: for officials alone."""
        return {
            "phone": self.phone,
            "address": self.address,
            "certificate": self.certificate,
            "agent_phone": self.agent_phone,
        }


def open_case(
    *, agency: Agency, power: Power, applied: Applied, channel: str, received_at: str,
    joint: JointApplication | None = None, today: date,
) -> LicenceCase:  # fmt: skip
    """Make the case of an application inside an act, with its number, query code and papers."""
    windows = ServiceWindow.objects.filter(agency=agency).order_by("name")
    at_window = any(rules.is_at_window(received_at, window.name) for window in windows)
    case = LicenceCase(
        agency=agency,
        year=today.year,
        number=next_number(LicenceCase.objects.all(), rules.LICENCE_PREFIX, agency, on=today),
        query_code=new_query_code(),
        power=power,
        applicant=applied.applicant,
        applicant_kind=applied.applicant_kind,
        content=applied.content,
        zone=applied.zone,
        subdistrict=applied.subdistrict,
        received_at=received_at,
        at_window=at_window and channel != Channel.WEB,
        channel=channel,
        received_on=today,
        promised_days=selectors.days_promised(power, on=today),
    )
    running.open_with(case, "licence-cases.receive", on=today)
    case.save()
    Application.objects.create(
        case=case,
        joint=joint,
        place=applied.place,
        co_applicants=applied.co_applicants,
        agent=applied.agent,
        signed_as=applied.signed_as,
        sealed=applying.sealed(applied.personal),
    )
    CaseMaterial.objects.bulk_create(_materials(case))
    return case


def received(case: LicenceCase, joint: JointApplication | None = None) -> events.LicenceAppliedFor:
    """Return what the ledger says about a case that was opened: nothing personal."""
    return events.LicenceAppliedFor(
        number=case.number,
        power=case.power.code,
        place=case.received_at,
        channel=case.channel,
        joint=joint.number if joint else "",
    )


def other_papers(case: LicenceCase) -> CaseMaterial:
    """Return the place of a case for papers that the list does not name, made if need be."""
    last = CaseMaterial.objects.filter(case=case).order_by("position").last()
    if last and last.name == OTHER_PAPERS:
        return last
    return CaseMaterial.objects.create(
        case=case,
        position=(last.position if last else 0) + 1,
        name=OTHER_PAPERS,
        is_required=False,
    )


def _materials(case: LicenceCase) -> Iterable[CaseMaterial]:
    for one in applying.listed_materials(case.power):
        yield CaseMaterial(
            case=case,
            position=one.position,
            name=one.name,
            form=one.form,
            is_required=one.is_required,
        )
