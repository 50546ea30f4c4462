"""Who may register, review and decide about normative documents, and when."""

from datetime import date

from django.utils.translation import gettext_lazy as _

from sunlit import statutes
from sunlit.kernel.citations import Citation
from sunlit.kernel.refusals import NotPermitted, Refused, Unacceptable, WrongMoment
from sunlit.kernel.wording import Wording
from sunlit.norms import rules, selectors
from sunlit.norms.lifecycle import TRANSITIONS, Status
from sunlit.norms.models import CleanUp, CleanUpDecision, NormativeDocument
from sunlit.norms.rules import Standing
from sunlit.organization.models import Agency, Official, Role
from sunlit.organization.selectors import office_day


def why_not_register(by: Official, _nothing: object) -> Refused | None:
    """Say why this official may not put a document into the library, or begin a clean-up."""
    if not by.has_role(Role.CLERK, Role.SECTION_HEAD):
        return NotPermitted(
            _("Only a disclosure clerk or a section head may do this."),
            remedy=_("Ask the disclosure clerk."),
        )
    return None


def why_not_valid_until(
    agency: Agency, *, title: str, issued_on: date, valid_until: date | None
) -> Refused | None:
    """Say why a document may not be valid until a day: longer than the province allows."""
    longest = selectors.longest_validity(agency.pk, title=title, start=issued_on)
    if longest is None or longest.until is None or not valid_until:
        return None
    if valid_until <= longest.until:
        return None
    amount = longest.limit.unit.of(longest.limit.amount)
    on_trial = rules.is_on_trial(title)
    return Unacceptable(
        Wording(
            f"{'试行、暂行' if on_trial else ''}规范性文件的有效期最长{amount.zh},"
            f"自{issued_on}起至{longest.until}止,不能定到{valid_until}。",
            f"A normative document{' on trial' if on_trial else ''} is valid for {amount.en} at "
            f"most: from {issued_on} to {longest.until}, not to {valid_until}.",
        ),
        remedy=_("Choose an earlier day; a document that is still needed then can be renewed."),
        basis=longest.limit.basis[0],
    )


def why_not_replace(
    by: Official, document: NormativeDocument, *, on: date | None = None
) -> Refused | None:
    """Say why no successor may be entered for this document now: it must be out of force."""
    if refusal := why_not_register(by, None):
        return refusal
    day = on or office_day()
    basis = statutes.provision("norms.repeal", on=day)
    if document.replaced_by_id:
        return WrongMoment(_("Which document replaced it has been entered already."), basis=basis)
    if selectors.status_on(document, day) not in (Standing.REPEALED, Standing.LAPSED):
        return WrongMoment(
            _("The document is not out of force."),
            remedy=_("Decide in a clean-up to repeal it first."),
            basis=basis,
        )
    return None


def why_not_replaced_by(
    document: NormativeDocument, successor: NormativeDocument
) -> Refused | None:
    """Say why one document cannot have replaced another: itself, older, or replaced by it."""
    if successor.pk == document.pk:
        return Unacceptable(_("A document does not replace itself."))
    if successor.issued_on < document.issued_on:
        return Unacceptable(
            _("%(code)s is older than the document that it would replace.")
            % {"code": successor.code},
            remedy=_("Choose a document issued later."),
        )
    later: NormativeDocument | None = successor
    seen = {successor.pk}
    while (later := later.replaced_by if later else None) and later.pk not in seen:
        seen.add(later.pk)
        if later.pk == document.pk:
            return Unacceptable(
                _("%(code)s was itself replaced by this document.") % {"code": successor.code}
            )
    return None


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


def why_not_conclude(by: Official, clean_up: CleanUp) -> Refused | None:
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
    return None


def why_not_review(by: Official, decision: CleanUpDecision) -> Refused | None:
    """Say why this official may not review the legality of this proposal now."""
    if not by.has_role(Role.SECTION_HEAD):
        return NotPermitted(
            _("Only a section head may review the legality of a proposal."),
            remedy=_("Ask the head of the legal section."),
            basis=_basis("norms.legal_review", decision.clean_up),
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
