"""The acts at the desk between the acceptance of a licence case and its decision."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from sunlit.approvals import selectors
from sunlit.approvals.forms import handling as forms
from sunlit.approvals.models import LicenceCase
from sunlit.approvals.policies import handling as policies
from sunlit.approvals.policies import licences as stages
from sunlit.approvals.services import handling as services
from sunlit.approvals.services import licences as moves
from sunlit.design.registers import ActAtDesk, Column


def _left_out(case: LicenceCase) -> object:
    times = [
        f"{one.get_kind_display()}: {one.began_on} – {one.ended_on or '…'} ({one.announced_days})"
        for one in case.excluded_times.all()
    ]
    return "; ".join(times) or None


def _heard(case: LicenceCase) -> object:
    told = case.interested_parties.order_by("told_on", "id")
    return "; ".join(f"{one.name}: {one.heard_on or '…'} {one.opinion}".strip() for one in told)


def _on_the_spot(case: LicenceCase) -> object:
    check = selectors.site_check_of(case)
    return "、".join(check.staff) if check else None


def _found(case: LicenceCase) -> object:
    check = selectors.site_check_of(case)
    return check.finding if check else None


def _hearing_on(case: LicenceCase) -> object:
    hearing = selectors.hearing_of(case)
    return (hearing.held_on or hearing.planned_on) if hearing else None


def _hearing_record(case: LicenceCase) -> object:
    hearing = selectors.hearing_of(case)
    return hearing.record if hearing else None


def _competent(case: LicenceCase) -> object:
    declined = selectors.non_acceptance_of(case)
    return declined.competent_agency if declined else None


def _why_declined(case: LicenceCase) -> object:
    declined = selectors.non_acceptance_of(case)
    return declined.reason if declined else None


FACTS = (
    Column(
        label=_("Counts as accepted since"), value=selectors.accepted_in_silence_now, kind="day"
    ),
    Column(label=_("Checked on the spot by"), value=_on_the_spot, kind="quoted"),
    Column(label=_("Finding on the spot"), value=_found, kind="quoted"),
    Column(label=_("Time left out (working days announced)"), value=_left_out),
    Column(label=_("Interested parties"), value=_heard, kind="quoted", personal=True),
    Column(label=_("Hearing on"), value=_hearing_on, kind="day"),
    Column(label=_("Record of the hearing"), value=_hearing_record, kind="quoted"),
    Column(label=_("Competent agency"), value=_competent, kind="quoted"),
    Column(label=_("Why it was not accepted"), value=_why_declined, kind="quoted"),
)

ACTS = (
    ActAtDesk(
        name="decline",
        label=_("Decline the application"),
        basis="licence.accept",
        do=moves.decline,
        form=forms.DeclineForm,
        why_not=policies.why_not_decline,
        done=_("The application has been declined, with the reason in writing."),
    ),
    ActAtDesk(
        name="exclude-time",
        label=_("Leave time out"),
        basis="licence.excluded_time",
        do=services.exclude_time,
        form=forms.ExcludeForm,
        why_not=policies.why_not_exclude,
        done=_("The time is left out, and the applicant told in writing how long."),
    ),
    ActAtDesk(
        name="resume",
        label=_("Let the limit run again"),
        basis="licence.excluded_time",
        do=services.resume,
        form=forms.OutcomeForm,
        why_not=policies.why_not_resume,
        done=_("The limit of the decision runs again."),
    ),
    ActAtDesk(
        name="tell-interested-party",
        label=_("Tell an interested party"),
        basis="licence.hear_party",
        do=services.tell_interested_party,
        form=forms.PartyForm,
        why_not=policies.why_not_tell_party,
        done=_("The interested party has been told, and may speak."),
    ),
    ActAtDesk(
        name="hear-interested-party",
        label=_("Enter a statement"),
        basis="licence.hear_party",
        do=services.hear_interested_party,
        form=forms.HearPartyForm,
        why_not=policies.why_not_hear_party,
        done=_("The statement has been entered."),
    ),
    ActAtDesk(
        name="tell-of-hearing",
        label=_("Tell of the right to a hearing"),
        basis=policies.HEARING_ON_REQUEST,
        do=services.tell_of_hearing,
        why_not=policies.why_not_tell_of_hearing,
        done=_("A hearing may be asked for within five working days."),
    ),
    ActAtDesk(
        name="call-hearing",
        label=_("Call the hearing"),
        basis=policies.HEARING_PROCEDURE,
        do=services.call_hearing,
        form=forms.CallHearingForm,
        why_not=policies.why_not_call_hearing,
        done=_("Notice of the hearing has been given; its time is left out."),
    ),
    ActAtDesk(
        name="hold-hearing",
        label=pgettext_lazy("licence", "Enter the hearing"),
        basis=policies.HEARING_PROCEDURE,
        do=services.hold_hearing,
        form=forms.HearingRecordForm,
        why_not=policies.why_not_hold_hearing,
        done=_("The record of the hearing has been entered."),
    ),
)
SURVEY = ActAtDesk(
    name="survey",
    label=_("Enter the survey"),
    basis="licence.survey",
    do=moves.survey,
    form=forms.SurveyForm,
    why_not=stages.why_not_survey,
    done=_("The survey has been entered."),
)
