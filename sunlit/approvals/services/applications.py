"""The acts on applications: sent off on the web, received jointly, looked at, supplemented."""

from collections.abc import Iterable, Mapping
from datetime import date

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext_lazy as _

from sunlit.approvals import applying, events, rules, running
from sunlit.approvals.lifecycle import Status
from sunlit.approvals.models import (
    Application,
    ApplicationDraft,
    CaseMaterial,
    Channel,
    DraftFile,
    Fit,
    JointApplication,
    LicenceCase,
    MaterialFile,
    Result,
)
from sunlit.approvals.policies import applications as policies
from sunlit.approvals.policies.permission import basis
from sunlit.approvals.services.numbers import next_number
from sunlit.approvals.services.opening import (
    ON_THE_WEB,
    Applied,
    open_case,
    other_papers,
    received,
)
from sunlit.files import store
from sunlit.kernel.refusals import Unacceptable
from sunlit.ledger.events import Event
from sunlit.ledger.services import record
from sunlit.organization.models import Agency, Official
from sunlit.organization.services import web_post
from sunlit.powers.models import Power


@transaction.atomic(durable=True)
def submit(
    *, draft: ApplicationDraft, applied: Applied, drawn: bytes = b"", today: date
) -> LicenceCase:
    """Make a case of an application that was filled in on the web.

    It is received at once, on whatever day; the clocks count from the next working day by
    themselves. `drawn` is a cleaned picture of the signature. Nothing stays in the draft.
    """
    found = ApplicationDraft.objects.select_for_update(of=("self",)).get(pk=draft.pk)
    if refusal := policies.why_not_submit(found, on=today):
        raise refusal
    case = open_case(
        agency=found.agency,
        power=found.power,
        applied=applied,
        channel=Channel.WEB,
        received_at=ON_THE_WEB,
        today=today,
    )
    if drawn:
        Application.objects.filter(case=case).update(signature_digest=store.seal(drawn))
    _take_over(case, found.files.order_by("place", "pk"), on=today)
    found.files.all().delete()
    found.case, found.content = case, b""
    found.save(update_fields=["case", "content"])
    _note(received(case), case, web_post(found.agency), today, "licence.apply")
    return case


@transaction.atomic(durable=True)
def receive_jointly(
    *, agency: Agency, by: Official, today: date, powers: Iterable[Power], channel: str,
    received_at: str, **said: object,
) -> JointApplication:  # fmt: skip
    """Receive applications for several licences at once; each is a case with its own clock."""
    chosen = list(powers)
    refusal = policies.why_not_receive_jointly(by) or policies.why_not_these(chosen, today)
    if refusal:
        raise refusal
    applied = Applied(**said)  # type: ignore[arg-type]
    joint = JointApplication.objects.create(
        agency=agency,
        year=today.year,
        number=next_number(JointApplication.objects.all(), rules.JOINT_PREFIX, agency, on=today),
        applicant=applied.applicant,
        zone=applied.zone,
        received_on=today,
    )
    cases = [
        open_case(
            agency=agency,
            power=power,
            applied=applied,
            channel=channel,
            received_at=received_at,
            joint=joint,
            today=today,
        )
        for power in chosen
    ]
    for case in cases:
        _note(received(case, joint), case, by, today, "licence.apply")
    told = events.JointApplicationReceived(joint.number, tuple(case.number for case in cases))
    record(told, about=joint, by=by, day=today, basis=basis("licence.joint", today))
    return joint


@transaction.atomic(durable=True)
def extend_joint(
    *, record_id: int, by: Official, today: date, reason: str, approval: str
) -> JointApplication:
    """Extend the time for all licences of a joint application, once, and tell the applicant why.

    The head of the government approves it (Licensing Law, art. 42 (2)); `approval` names the paper.
    """
    found = JointApplication.objects.select_for_update(of=("self",))
    joint = found.get(pk=record_id, agency=by.agency)
    if refusal := policies.why_not_extend_joint(by, joint, on=today):
        raise refusal
    joint.extended_on = today
    joint.extension_reason = reason
    joint.extension_approval = approval
    joint.save(update_fields=["extended_on", "extension_reason", "extension_approval"])
    event = events.JointApplicationExtended(joint.number, reason, approval)
    record(event, about=joint, by=by, day=today, basis=basis("licence.extend", today))
    return joint


@transaction.atomic(durable=True)
def check_materials(
    *, record_id: int, by: Official, today: date, found: Mapping[int, tuple[str, str]]
) -> LicenceCase:
    """Enter what the window found of each paper, by its position: the finding and a remark."""
    case = _locked(record_id, by.agency)
    if refusal := policies.why_not_check_materials(by, case):
        raise refusal
    materials = list(CaseMaterial.objects.filter(case=case).order_by("position"))
    for one in materials:
        one.fit, one.remark = found.get(one.position, (one.fit, one.remark))
        one.save(update_fields=["fit", "remark"])
    counted = [sum(1 for one in materials if one.fit == fit) for fit in CHECKED]
    event = events.MaterialsChecked(case.number, *counted)
    _note(event, case, by, today, "licence.correction_notice")
    return case


@transaction.atomic(durable=True)
def enter_supplement(*, record_id: int, by: Official, today: date, channel: str) -> LicenceCase:
    """Enter that the applicant brought or sent what the one-time notice asks for."""
    case = _locked(record_id, by.agency)
    if refusal := policies.why_not_enter_supplement(by, case):
        raise refusal
    case.supplied_on = today
    case.save(update_fields=["supplied_on"])
    _look_again(case)
    event = events.SupplementHandedIn(case.number, channel)
    _note(event, case, by, today, "licence.correction_notice")
    return case


@transaction.atomic(durable=True)
def supply(*, case_id: int, agency: Agency, today: date) -> LicenceCase:
    """Hand in, on the web, the files that were uploaded as a supplement to one's own case."""
    case = _locked(case_id, agency)
    if refusal := policies.why_not_supply(case):
        raise refusal
    draft = ApplicationDraft.objects.filter(case=case, is_supplement=True).first()
    if draft is None or not draft.files.exists():
        raise Unacceptable(
            _("No file has been uploaded yet."),
            remedy=_("Upload at least one, or bring the papers to the window."),
            basis=basis("licence.correction_notice", today),
        )
    files = _take_over(case, draft.files.order_by("place", "pk"), on=today, is_supplement=True)
    draft.delete()
    case.supplied_on = case.supplied_on or today
    case.save(update_fields=["supplied_on"])
    _look_again(case)
    event = events.SupplementHandedIn(case.number, Channel.WEB, tuple(one.digest for one in files))
    _note(event, case, web_post(agency), today, "licence.correction_notice")
    return case


@transaction.atomic(durable=True)
def withdraw_oneself(*, case_id: int, agency: Agency, today: date) -> LicenceCase:
    """Withdraw one's own application, on the web."""
    case = _locked(case_id, agency)
    if refusal := policies.why_not_withdraw_oneself(case):
        raise refusal
    running.begin(case)
    running.conclude(case)
    case.ended_on = today
    case.result = Result.WITHDRAWN
    case.status = Status.WITHDRAWN
    case.save()
    event = events.LicenceApplicationWithdrawn(number=case.number)
    _note(event, case, web_post(agency), today, "licence.withdraw")
    return case


@transaction.atomic(durable=True)
def open_sealed(*, record_id: int, by: Official, today: date, reason: str) -> Application:
    """Read the sealed personal data of an applicant; that it was read, and why, stays on record."""
    case = _locked(record_id, by.agency)
    if refusal := policies.why_not_open_sealed(by, case):
        raise refusal
    event = events.SealedDataOpened(case.number, reason)
    _note(event, case, by, today, "licence.apply")
    application = Application.objects.select_related("case").get(case=case)
    known = applying.personal_data(application)
    application.personal = [(label, known.get(name, "")) for name, label in SEALED.items()]
    return application


SEALED = {
    "certificate": _("Number of the certificate"),
    "phone": _("Telephone"),
    "address": _("Postal address"),
    "agent_phone": _("Telephone of the agent"),
}
CHECKED = (Fit.PRESENT, Fit.MISSING, Fit.UNFIT)


def _look_again(case: LicenceCase) -> None:
    """Let the window look again at what lacked or did not fit."""
    lacking = CaseMaterial.objects.filter(case=case, fit__in=(Fit.MISSING, Fit.UNFIT))
    lacking.update(fit=Fit.UNCHECKED)


def _take_over(
    case: LicenceCase, files: Iterable[DraftFile], *, on: date, is_supplement: bool = False
) -> list[MaterialFile]:
    """Seal the files of a draft and lay each beside its material."""
    materials = {one.position: one for one in CaseMaterial.objects.filter(case=case).order_by("pk")}
    made = []
    for file in files:
        material = materials.get(file.place) or other_papers(case)
        last = material.files.aggregate(last=Max("position"))["last"] or 0
        kept = MaterialFile.objects.create(
            material=material,
            position=last + 1,
            name=file.name,
            media_type=file.media_type,
            size=file.size,
            digest=store.seal(store.unlock(bytes(file.content))),
            removed=file.removed,
            handed_in_on=on,
            is_supplement=is_supplement,
        )
        made.append(kept)
    return made


def _locked(case_id: int, agency: Agency) -> LicenceCase:
    cases = LicenceCase.objects.select_for_update(of=("self",))
    return cases.select_related("power", "run__chart").get(pk=case_id, agency=agency)


def _note(event: Event, case: LicenceCase, by: Official, today: date, name: str) -> None:
    record(event, about=case, by=by, day=today, basis=basis(name, today))
