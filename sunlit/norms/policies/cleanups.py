"""Who may propose, review, decide and publish in a clean-up, and when."""

from datetime import date

from django.utils.translation import gettext_lazy as _

from sunlit import statutes
from sunlit.kernel.citations import Citation
from sunlit.kernel.refusals import NotPermitted, Refused, Unacceptable, WrongMoment
from sunlit.norms import selectors
from sunlit.norms.lifecycle import TRANSITIONS, Status
from sunlit.norms.models import CleanUp, CleanUpDecision, CleanUpKind
from sunlit.norms.policies.documents import why_not_register
from sunlit.organization.models import Official, Role
from sunlit.organization.selectors import office_day


def why_not_propose(by: Official, clean_up: CleanUp) -> Refused | None:
    """Say why this official may not propose a decision in this clean-up now."""
    if refusal := why_not_register(by, None):
        return refusal
    if clean_up.decided_on:
        return WrongMoment(
            _("The clean-up is over."),
            remedy=_("Begin another one."),
            basis=_basis("norms.clean_up", clean_up),
        )
    return None


def why_not_scope(kind: str, subject: str, *, on: date) -> Refused | None:
    """Say so where a clean-up on one subject names none, or one of all documents names one."""
    basis = statutes.provision("norms.clean_up", on=on)
    if kind == CleanUpKind.SPECIAL and not subject.strip():
        return Unacceptable(
            _("Say on which subject the clean-up is; it leaves out all other documents."),
            basis=basis,
        )
    if kind == CleanUpKind.GENERAL and subject.strip():
        return Unacceptable(
            _("A clean-up of all documents has no subject of its own."),
            remedy=_("Choose the clean-up on one subject, or leave the subject empty."),
            basis=basis,
        )
    return None


def why_not_conclude(by: Official, clean_up: CleanUp, *, on: date | None = None) -> Refused | None:
    """Say why this official may not conclude this clean-up now."""
    basis = _basis("norms.clean_up", clean_up)
    if not by.has_role(Role.APPROVER, Role.LEADER):
        return NotPermitted(
            _("Only an approver or a leader may conclude a clean-up."),
            remedy=_("Ask the leader in charge."),
            basis=basis,
        )
    if clean_up.decided_on:
        return WrongMoment(_("The clean-up is over."), basis=basis)
    open_ones = [Status.PROPOSED, Status.REVIEWED]
    undecided = clean_up.decisions.filter(status__in=open_ones).count()
    if undecided or not clean_up.decisions.exists():
        return WrongMoment(
            _("The clean-up still has documents to decide about: %(count)d.")
            % {"count": undecided},
            remedy=_("Decide about every document first."),
            basis=basis,
        )
    left = selectors.without_proposal(clean_up, on=on or office_day())
    if codes := list(left.values_list("code", flat=True)):
        return WrongMoment(
            _("The clean-up has not looked at all documents in force yet: %(codes)s.")
            % {"codes": _(", ").join(codes)},
            remedy=_("Propose a decision about each of them."),
            basis=basis,
        )
    return None


def why_not_review(by: Official, decision: CleanUpDecision) -> Refused | None:
    """Say why this official may not review the legality of this proposal now."""
    basis = _basis("norms.legal_review", decision.clean_up)
    if not by.has_role(Role.LEGAL_REVIEWER):
        return NotPermitted(
            _("Only a legal reviewer may review the legality of a proposal."),
            remedy=_("Ask the legal section."),
            basis=basis,
        )
    if by.pk == decision.proposer_id:
        return NotPermitted(
            _("Who proposed a decision does not review its legality."),
            remedy=_("Another official must take this one."),
            basis=basis,
        )
    return _why_not_move(decision, Status.REVIEWED)


def why_not_decide(by: Official, decision: CleanUpDecision) -> Refused | None:
    """Say why this official may not decide about this document now."""
    basis = _basis("norms.clean_up", decision.clean_up)
    if not by.has_role(Role.APPROVER, Role.LEADER):
        return NotPermitted(
            _("Only an approver or a leader may decide about a normative document."),
            remedy=_("Ask the leader in charge."),
            basis=basis,
        )
    if decision.status == Status.PROPOSED:
        return WrongMoment(
            _("The legality of the proposal has not been reviewed."),
            remedy=_("Have it reviewed by the legal section first."),
            basis=_basis("norms.legal_review", decision.clean_up),
        )
    if decision.legal_reviewer_id == by.pk:
        return NotPermitted(
            _("Who reviewed the legality of a proposal may not decide about it."),
            remedy=_("Ask another approver or leader."),
            basis=basis,
        )
    return _why_not_move(decision, Status.DECIDED)


def why_not_publish(by: Official, decision: CleanUpDecision) -> Refused | None:
    """Say why this official may not publish this decision now."""
    if not by.has_role(Role.CLERK):
        return NotPermitted(
            _("Only a disclosure clerk may publish the result of a clean-up."),
            remedy=_("Ask the disclosure clerk."),
            basis=_basis("norms.publish", decision.clean_up),
        )
    return _why_not_move(decision, Status.PUBLISHED)


def _why_not_move(decision: CleanUpDecision, target: Status) -> Refused | None:
    if (decision.status, target) in TRANSITIONS:
        return None
    arrows = {after: name for (_before, after), name in TRANSITIONS.items()}
    return WrongMoment(
        _("The decision is at another stage: %(status)s.")
        % {"status": decision.get_status_display()},
        basis=_basis(arrows[target], decision.clean_up),
    )


def _basis(name: str, clean_up: CleanUp) -> Citation:
    return statutes.provision(name, on=date(clean_up.year, 12, 31))
