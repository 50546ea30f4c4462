"""For each act of the desk, a record at the stage for it, and a day on which it could be done."""

from collections.abc import Callable
from datetime import date, time
from typing import Any

from sunlit.approvals.lifecycle import PenaltyStatus, Status
from sunlit.approvals.models import Result
from sunlit.approvals.services.publicity import publicity_opened
from sunlit.complaints import services as complaint_services
from sunlit.foi.lifecycle import Status as RequestStatus
from sunlit.foi.models import ClockEvent, ClockEventKind, Ground, InformationRequest
from sunlit.norms.lifecycle import Status as NormStatus
from sunlit.remedies.lifecycle import Status as RemedyStatus
from sunlit.remedies.models import Outcome
from sunlit.remedies.vocabulary import required_documents
from tests.approvals import applications
from tests.approvals import factories as approvals
from tests.approvals import handled as licences
from tests.approvals.letters import cases as letters
from tests.channels import factories as channels
from tests.complaints import factories as complaints
from tests.desk import stages_of_organization, stages_of_penalties
from tests.disclosure import factories as items
from tests.dossiers import factories as dossiers
from tests.foi import factories as requests
from tests.norms import drafts
from tests.norms import factories as norms
from tests.organization.factories import office
from tests.planning import factories as planning
from tests.powers import versions as charts
from tests.powers.factories import power, with_material, with_sheet
from tests.remedies import factories as remedies
from tests.supervision import factories as supervision

JUNE = date(2012, 6, 14)
LEAK = "来电人手机13812345678。"
MARK = "本件为机密★一年，不得外传。"
ACCEPTED, DECIDED = date(2012, 6, 8), date(2012, 6, 12)
Stage = tuple[Callable[[], Any], date]


def _licence(**parts: Any) -> Callable[[], Any]:
    return lambda: approvals.licence_case(**parts)


def _granted(**parts: Any) -> Callable[[], Any]:
    values = {
        "status": Status.DECIDED,
        "accepted_on": ACCEPTED,
        "decided_on": DECIDED,
        "result": Result.GRANTED,
    }
    return _licence(**values | parts)


def _penalty(**parts: Any) -> Callable[[], Any]:
    return lambda: approvals.penalty_case(**parts)


def _imposed(status: PenaltyStatus, **parts: Any) -> Callable[[], Any]:
    return _penalty(status=status, notified_on=ACCEPTED, decided_on=DECIDED, fine=100, **parts)


def _public_licence() -> Any:
    case = approvals.licence_case(
        status=Status.PUBLISHED, accepted_on=ACCEPTED, decided_on=DECIDED, result=Result.GRANTED,
        published_on=DECIDED,
    )  # fmt: skip
    return publicity_opened(case)


def _public_penalty() -> Any:
    case = approvals.penalty_case(
        status=PenaltyStatus.PUBLISHED, notified_on=ACCEPTED, decided_on=DECIDED, fine=100,
        served_on=DECIDED, disclosed_on=DECIDED,
    )  # fmt: skip
    return publicity_opened(case)


def _waiting_request(kind: RequestStatus, ground: Ground, on: date) -> Callable[[], Any]:
    def made() -> InformationRequest:
        made = requests.registered(on)
        made.status, made.clarify_by = kind, on
        made.save(update_fields=["status", "clarify_by"])
        ClockEvent.objects.create(
            information_request=made, position=1, kind=ClockEventKind.PAUSED, on=on, ground=ground
        )
        return made

    return made


def _handled() -> Any:
    complaint = complaints.dispatched()
    return complaint_services.resolve(
        record_id=complaint.pk, by=complaints.investigator(), today=date(2012, 6, 12), at=time(9),
        handling="已规范。", documents=["登记表", "处理意见"],
    )  # fmt: skip


def _decided_remedy() -> Any:
    made = remedies.remedy(
        status=RemedyStatus.DECIDED, decided_on=date(2012, 6, 1), outcome=Outcome.UPHELD
    )
    made.documents = list(required_documents(made.kind))
    made.save(update_fields=["documents"])
    return made


def _done_task() -> Any:
    task = planning.task()
    task.mark_done(on=JUNE, evidence="目录")
    task.save(update_fields=["done_on", "evidence"])
    return task


def _public_dossier(kind: str) -> Any:
    made = dossiers.dossier(kind)
    dossiers.publish_all(made)
    return made


def _replied_remedy() -> Any:
    return remedies.remedy(status=RemedyStatus.REPLIED, replied_on=date(2012, 5, 4))


CLARIFYING = requests.RECEIVED_TODAY
JULY, MARCH = date(2012, 7, 20), date(2026, 3, 3)
UNDECIDED = {"accepted_on": ACCEPTED, "status": Status.ACCEPTED}
SURVEYED = {"accepted_on": ACCEPTED, "surveyed_on": ACCEPTED, "status": Status.SURVEYED}

STAGES: dict[tuple[str, str], Stage] = {
    ("plans", "publish"): (planning.plan, JUNE),
    ("plans", "set-goal"): (planning.plan, JUNE),
    ("plans", "add-task"): (planning.plan, JUNE),
    ("plans", "close"): (planning.plan, JUNE),
    ("tasks", "mark-done"): (planning.task, JUNE),
    ("tasks", "reopen"): (_done_task, JUNE),
    ("documents", "decide-disclosure"): (items.document, JUNE),
    ("documents", "reassess"): (items.withheld_document, MARCH),
    ("documents", "draft-item"): (items.open_document, JUNE),
    ("documents", "link-item"): (items.open_document, JUNE),
    ("items", "revise"): (items.drafted, JUNE),
    ("items", "attach-file"): (items.drafted, JUNE),
    ("items", "remove-attachment"): (items.with_attachment, JUNE),
    ("items", "open-original"): (items.with_attachment, JUNE),
    ("items", "mask-findings"): (lambda: items.drafted(body=LEAK), JUNE),
    ("lexicon-entries", "retire"): (items.own_word, JUNE),
    ("items", "keep-findings"): (lambda: items.section_reviewed(body=MARK), JUNE),
    ("items", "section-review"): (items.drafted, JUNE),
    ("items", "countersign"): (items.to_countersign, JUNE),
    ("items", "secrecy-review"): (items.section_reviewed, JUNE),
    ("items", "approve"): (items.secrecy_reviewed, JUNE),
    ("items", "issue-approval-link"): (items.secrecy_reviewed, JUNE),
    ("items", "send-back"): (items.section_reviewed, JUNE),
    ("items", "publish"): (items.approved, JUNE),
    ("items", "schedule"): (items.approved, JUNE),
    ("items", "unschedule"): (items.scheduled, JUNE),
    ("items", "limit-display"): (items.published, JUNE),
    ("items", "withdraw"): (items.published, JUNE),
    ("items", "confirm-current"): (items.to_read_again, date(2012, 12, 31)),
    ("items", "extend-retention"): (lambda: items.kept_for(10), date(2022, 11, 1)),
    ("items", "hand-over"): (items.published, JUNE),
    ("items", "ask-for-interpretation"): (items.published, JUNE),
    ("items", "link-interpretation"): (items.published, JUNE),
    ("items", "unlink-interpretation"): (items.interpreting, JUNE),
    ("categories", "set-keeping"): (items.category, JUNE),
    ("categories", "restate"): (items.category, JUNE),
    ("categories", "end"): (items.category, JUNE),
    ("items", "name-elements"): (items.owing_elements, JUNE),
    ("items", "begin-revision"): (items.published, JUNE),
    ("items", "drop-revision"): (items.revising, JUNE),
    ("dossiers", "offer-vacancy"): (dossiers.dossier, JULY),
    ("dossiers", "offer-lot"): (lambda: dossiers.dossier("tender"), JULY),
    ("dossiers", "appoint"): (lambda: _public_dossier("recruitment"), JULY),
    ("stages", "publish"): (lambda: dossiers.dossier().stages.get(seq=1), JULY),
    ("stages", "schedule"): (lambda: dossiers.dossier().stages.get(seq=1), JULY),
    ("stages", "answer-doubt"): (dossiers.doubted, JULY),
    ("dossier-templates", "revise"): (dossiers.template, JULY),
    ("dossier-templates", "end"): (dossiers.template, JULY),
    ("lots", "award"): (lambda: dossiers.lot(_public_dossier("tender")), JULY),
    ("norms", "replace"): (lambda: norms.document(repealed_on=norms.DECIDED), norms.DECIDED),
    ("norms", "enter-text"): (norms.document, JULY),
    ("norms", "amend"): (norms.with_text, JULY),
    ("norms", "repeal"): (norms.document, JULY),
    ("norms", "evaluate"): (lambda: norms.document(valid_until=date(2012, 12, 31)), JULY),
    ("norms", "renew"): (norms.evaluated, JULY),
    ("draft-norms", "rewrite"): (drafts.begun, drafts.BEGUN),
    ("draft-norms", "open-to-comments"): (drafts.begun, drafts.BEGUN),
    ("draft-norms", "skip-comments"): (drafts.begun, drafts.BEGUN),
    ("draft-norms", "answer-comments"): (drafts.opened, drafts.ANSWERED),
    ("draft-norms", "review-fairness"): (drafts.heard, drafts.ANSWERED),
    ("draft-norms", "state-no-market"): (
        lambda: drafts.heard(involves_market=False),
        drafts.ANSWERED,
    ),
    ("draft-norms", "hand-in"): (drafts.fair, drafts.ANSWERED),
    ("draft-norms", "review-legality"): (drafts.handed_in, drafts.REVIEWED),
    ("draft-norms", "decide"): (drafts.reviewed, drafts.MET),
    ("draft-norms", "register"): (drafts.decided, drafts.NUMBERED),
    ("draft-norms", "publish"): (drafts.registered, drafts.PUBLISHED),
    ("draft-norms", "file"): (drafts.published, drafts.PUBLISHED),
    ("draft-norms", "drop"): (drafts.opened, drafts.ANSWERED),
    ("clean-ups", "propose"): (norms.clean_up, JULY),
    ("clean-ups", "conclude"): (lambda: norms.proposal(status=NormStatus.DECIDED).clean_up, JULY),
    ("clean-up-decisions", "review"): (norms.proposal, JULY),
    ("clean-up-decisions", "decide"): (lambda: norms.proposal(status=NormStatus.REVIEWED), JULY),
    ("clean-up-decisions", "publish"): (lambda: norms.proposal(status=NormStatus.DECIDED), JULY),
    ("powers", "publish"): (lambda: power(is_public=False, published_on=None), JUNE),
    ("powers", "change"): (power, JUNE),
    ("powers", "set-guide"): (power, JUNE),
    ("powers", "set-material"): (power, JUNE),
    ("powers", "remove-material"): (with_material, JUNE),
    ("powers", "hand-in-sheet"): (with_material, JUNE),
    ("powers", "take-off-sheet"): (with_sheet, JUNE),
    ("powers", "set-article-text"): (power, JUNE),
    ("powers", "set-duty"): (power, JUNE),
    ("powers", "set-situation"): (power, JUNE),
    ("powers", "set-risk"): (power, JUNE),
    ("powers", "suspend"): (power, JUNE),
    ("powers", "resume"): (lambda: power(suspended_on=date(2012, 6, 1)), JUNE),
    ("powers", "hand-down"): (power, JUNE),
    ("powers", "merge"): (power, JUNE),
    ("powers", "cancel"): (power, JUNE),
    ("chart-versions", "send-to-gate"): (charts.uploaded, JUNE),
    ("chart-versions", "put-in-force"): (charts.published, JUNE),
    ("chart-versions", "withdraw"): (charts.uploaded, JUNE),
    ("complaints", "accept"): (complaints.registered, JUNE),
    ("complaints", "transfer"): (complaints.registered, JUNE),
    ("complaints", "refuse"): (complaints.registered, JUNE),
    ("complaints", "dispatch"): (complaints.accepted, JUNE),
    ("complaints", "resolve"): (complaints.dispatched, JUNE),
    ("complaints", "reply"): (_handled, JUNE),
    ("complaints", "record-satisfaction"): (complaints.replied, JUNE),
    ("complaints", "reopen"): (lambda: complaints.replied("dissatisfied"), JUNE),
    ("complaints", "close"): (lambda: complaints.replied("satisfied"), JUNE),
    ("information-requests", "consult-third-party"): (requests.registered, JULY),
    ("information-requests", "third-party-replied"): (
        _waiting_request(RequestStatus.AWAITING_THIRD_PARTY, Ground.THIRD_PARTY, requests.RECEIVED),
        JULY,
    ),
    ("information-requests", "extend-deadline"): (requests.registered, JULY),
    ("information-requests", "ask-for-clarification"): (
        lambda: requests.registered(CLARIFYING),
        MARCH,
    ),
    ("information-requests", "clarified"): (
        _waiting_request(RequestStatus.AWAITING_CLARIFICATION, Ground.CLARIFICATION, CLARIFYING),
        MARCH,
    ),
    ("information-requests", "lapse"): (
        _waiting_request(RequestStatus.AWAITING_CLARIFICATION, Ground.CLARIFICATION, CLARIFYING),
        MARCH,
    ),
    ("information-requests", "reply"): (requests.registered, JULY),
    ("information-requests", "withdraw"): (requests.registered, JULY),
    ("licence-cases", "check-materials"): (applications.with_papers, JUNE),
    ("licence-cases", "enter-supplement"): (
        _licence(status=Status.AWAITING_SUPPLEMENT, supplement_notice_on=ACCEPTED),
        JUNE,
    ),
    ("joint-applications", "extend"): (licences.together, JUNE),
    ("licence-cases", "open-sealed"): (applications.with_papers, JUNE),
    ("licence-cases", "ask-for-supplement"): (_licence(), ACCEPTED),
    ("licence-cases", "accept"): (_licence(), JUNE),
    ("licence-cases", "survey"): (_licence(**UNDECIDED), JUNE),
    ("licence-cases", "record-step"): (_licence(**SURVEYED), JUNE),
    ("licence-cases", "review"): (_licence(**SURVEYED), JUNE),
    ("licence-cases", "extend"): (_licence(**UNDECIDED), JUNE),
    ("licence-cases", "grant"): (
        _licence(**SURVEYED | {"reviewed_on": ACCEPTED, "status": Status.REVIEWED}),
        JUNE,
    ),
    ("licence-cases", "refuse"): (
        _licence(**SURVEYED | {"reviewed_on": ACCEPTED, "status": Status.REVIEWED}),
        JUNE,
    ),
    ("licence-cases", "deliver"): (_granted(), JUNE),
    ("licence-cases", "publish"): (
        _granted(status=Status.DELIVERED, delivered_on=DECIDED),
        JUNE,
    ),
    ("licence-cases", "withdraw"): (_licence(), JUNE),
    ("licence-cases", "close-as-abandoned"): (
        _licence(status=Status.AWAITING_SUPPLEMENT, supplement_notice_on=ACCEPTED),
        date(2012, 12, 31),
    ),
    ("licence-cases", "decline"): (_licence(), ACCEPTED),
    ("licence-cases", "exclude-time"): (_licence(**UNDECIDED), JUNE),
    ("licence-cases", "resume"): (licences.being_tested, JUNE),
    ("licence-cases", "tell-interested-party"): (_licence(**UNDECIDED), JUNE),
    ("licence-cases", "hear-interested-party"): (licences.with_party, JUNE),
    ("licence-cases", "tell-of-hearing"): (_licence(**UNDECIDED), JUNE),
    ("licence-cases", "call-hearing"): (licences.with_right_told, JUNE),
    ("licence-cases", "hold-hearing"): (licences.with_hearing_called, licences.HEARING_DAY),
    ("licence-cases", "name-renewal"): (_licence(), JUNE),
    ("licence-cases", "issue"): (_granted(), JUNE),
    ("licence-cases", "bar-applicant"): (
        _licence(
            status=Status.DECIDED, accepted_on=ACCEPTED, decided_on=DECIDED, result=Result.REFUSED
        ),
        JUNE,
    ),
    ("licences", "revoke"): (licences.held, JUNE),
    ("licences", "deregister"): (licences.held, JUNE),
    ("tickets", "finish"): (licences.called, JUNE),
    ("tickets", "miss"): (licences.called, JUNE),
    ("delegations", "end"): (licences.delegation, JUNE),
    ("letters", "deliver"): (letters.written, JUNE),
    ("dual-publicity", "complete-licence"): (_public_licence, JUNE),
    ("dual-publicity", "complete-penalty"): (_public_penalty, JUNE),
    ("dual-publicity", "set-category"): (_public_licence, JUNE),
    ("dual-publicity", "withdraw-licence"): (_public_licence, JUNE),
    ("remedies", "reply"): (remedies.remedy, JUNE),
    ("remedies", "record-hearing"): (_replied_remedy, JUNE),
    ("remedies", "record-decision"): (_replied_remedy, JUNE),
    ("remedies", "file-documents"): (remedies.remedy, JUNE),
    ("remedies", "archive"): (_decided_remedy, JUNE),
    ("postings", "take-down"): (channels.posting, date(2031, 12, 31)),
    ("street-signs", "inspect"): (
        lambda: channels.sign(office=office()),
        date(2031, 12, 31),
    ),
    ("supervisor-meetings", "record-opinion"): (supervision.meeting, date(2024, 7, 1)),
    ("opinions", "answer"): (supervision.opinion, date(2024, 7, 1)),
    ("inspections", "record-finding"): (supervision.inspection, date(2024, 7, 1)),
    ("inspections", "issue-bulletin"): (supervision.inspection, date(2024, 7, 1)),
    ("findings", "rectify"): (supervision.finding, date(2024, 7, 1)),
    ("findings", "hold-to-account"): (supervision.finding, date(2024, 7, 1)),
    **stages_of_organization.STAGES,
    **stages_of_penalties.STAGES,
}
