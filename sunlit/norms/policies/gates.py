"""Who may review, decide, register, publish and file a draft, and when."""

from datetime import date

from django.utils.translation import gettext_lazy as _

from sunlit.design.faces import day as in_words
from sunlit.design.markup import visible_text
from sunlit.disclosure.models import Item
from sunlit.kernel.citations import Citation
from sunlit.kernel.refusals import NotPermitted, Refused, Unacceptable, WrongMoment
from sunlit.norms import selectors
from sunlit.norms.lifecycle import BEFORE_DECISION, DraftStatus
from sunlit.norms.models import DraftNorm
from sunlit.norms.policies.documents import why_not_register
from sunlit.norms.policies.drafting import at_another_stage, why_not_at
from sunlit.organization.models import Official, Role
from sunlit.organization.selectors import office_day

NOT_ASKED = _("No rule asked for a fair-competition review on this day.")


def why_not_review_fairness(
    by: Official, draft: DraftNorm, *, on: date | None = None
) -> Refused | None:
    """Say why this official may not review now whether this draft restricts competition."""
    basis = _cited("norms.fairness", on)
    if not by.has_role(Role.SECTION_HEAD, Role.LEGAL_REVIEWER):
        return NotPermitted(
            _("Only a section head or a legal reviewer may review fair competition."),
            remedy=_("Ask the legal section."),
            basis=basis,
        )
    if refusal := _why_not_writer(by, draft, basis):
        return refusal
    if refusal := _why_not_fairness(draft, on):
        return refusal
    if not draft.involves_market:
        return WrongMoment(
            _("The draft does not concern market operators."),
            remedy=_("State why; or write the draft anew and say that it does."),
            basis=_cited("norms.fairness", on),
        )
    return None


def why_not_state_no_market(
    by: Official, draft: DraftNorm, *, on: date | None = None
) -> Refused | None:
    """Say why this official may not state now that this draft needs no fair-competition review."""
    if refusal := why_not_register(by, None):
        return refusal
    if refusal := _why_not_fairness(draft, on):
        return refusal
    if draft.involves_market:
        return WrongMoment(
            _("The draft concerns market operators."),
            remedy=_("Have it reviewed for fair competition."),
            basis=_cited("norms.fairness", on),
        )
    return None


def why_not_hand_in(by: Official, draft: DraftNorm, *, on: date | None = None) -> Refused | None:
    """Say why this official may not hand this draft in for legality review now."""
    if refusal := why_not_register(by, None):
        return refusal
    fairness = selectors.asked("norms.fairness", on=on or office_day())
    if draft.status == DraftStatus.HEARD and fairness is not None:
        return WrongMoment(
            _("Whether the draft restricts competition has not been settled."),
            remedy=_("Have it reviewed for fair competition, or state why it need not be."),
            basis=fairness,
        )
    if draft.status in (DraftStatus.FAIR, DraftStatus.HEARD):
        return None
    return at_another_stage(draft, basis="norms.draft_review")


def why_not_review_draft(
    by: Official, draft: DraftNorm, *, on: date | None = None
) -> Refused | None:
    """Say why this official may not review the legality of this draft now."""
    basis = _cited("norms.draft_review", on)
    if not by.has_role(Role.LEGAL_REVIEWER):
        return NotPermitted(
            _("Only a legal reviewer may review the legality of a draft."),
            remedy=_("Ask the legal section."),
            basis=basis,
        )
    if refusal := _why_not_writer(by, draft, basis):
        return refusal
    return why_not_at(DraftStatus.SUBMITTED, draft, basis="norms.draft_review")


def why_not_so_soon(draft: DraftNorm, *, today: date, hurry: str) -> Refused | None:
    """Say so where a review took less time than it usually has, and nobody says why."""
    until = selectors.least_review_until(draft)
    if until is None or hurry.strip() or today >= until:
        return None
    return Unacceptable(
        _("A legality review usually takes five working days at least, until %(day)s.")
        % {"day": in_words(until)},
        remedy=_("Say why it was done sooner; the ledger keeps it."),
        basis=_cited("norms.draft_review", today),
    )


def why_not_decide_draft(
    by: Official, draft: DraftNorm, *, on: date | None = None
) -> Refused | None:
    """Say why this official may not enter the collective decision about this draft now."""
    basis = _cited("norms.collective", on)
    if not by.has_role(Role.APPROVER, Role.LEADER):
        return NotPermitted(
            _("Only an approver or a leader may enter what the meeting decided."),
            remedy=_("Ask the leader in charge."),
            basis=basis,
        )
    if draft.status in BEFORE_DECISION and draft.status != DraftStatus.REVIEWED:
        return WrongMoment(
            _("The draft has not passed the legality review, so it cannot be put to the meeting."),
            remedy=_("Have its legality reviewed first."),
            basis=_cited("norms.draft_review", on),
        )
    if refusal := why_not_at(DraftStatus.REVIEWED, draft, basis="norms.collective"):
        return refusal
    if by.pk in selectors.writers(draft) | selectors.reviewers(draft):
        return NotPermitted(
            _("Who drafted or reviewed a document does not decide about it."),
            remedy=_("Ask another approver or leader."),
            basis=basis,
        )
    if not selectors.is_as_reviewed(draft):
        return WrongMoment(
            _("The text is not the one that passed the legality review."),
            remedy=_("Hand it in for review again."),
            basis=_cited("norms.draft_review", on),
        )
    return None


def why_not_register_draft(
    by: Official, draft: DraftNorm, *, on: date | None = None
) -> Refused | None:
    """Say why this official may not register and number this draft now."""
    if refusal := _why_not_clerk(by, "norms.number", on):
        return refusal
    if refusal := why_not_at(DraftStatus.DECIDED, draft, basis="norms.number"):
        return refusal
    return why_not_as_decided(draft, on=on)


def why_not_publish_draft(
    by: Official, draft: DraftNorm, *, on: date | None = None
) -> Refused | None:
    """Say why this official may not publish the document of this draft now."""
    if refusal := _why_not_clerk(by, "norms.publish", on):
        return refusal
    if refusal := why_not_at(DraftStatus.REGISTERED, draft, basis="norms.publish"):
        return refusal
    return why_not_as_decided(draft, on=on)


def why_not_as_decided(draft: DraftNorm, *, on: date | None = None) -> Refused | None:
    """Say so where the text of a draft is not the one on which the meeting decided."""
    if draft.digest == draft.decided_digest:
        return None
    return WrongMoment(
        _("The text is not the one that was decided on."),
        remedy=_("Find out who changed it; what was decided is what is published."),
        basis=_cited("norms.collective", on),
    )


def why_not_publish_as(draft: DraftNorm, item: Item, *, on: date) -> Refused | None:
    """Say why a document cannot be published as this item: it says something else."""
    if visible_text(item.body) == visible_text(draft.body):
        return None
    return Unacceptable(
        _("The text of %(number)s is not the one that was decided on.")
        % {"number": item.index_number},
        remedy=_("Publish the text that was decided on, word for word, and choose that item."),
        basis=_cited("norms.collective", on),
    )


def why_not_file(by: Official, draft: DraftNorm, *, on: date | None = None) -> Refused | None:
    """Say why this official may not enter now that the document of this draft was filed."""
    if refusal := _why_not_clerk(by, "norms.file", on):
        return refusal
    return why_not_at(DraftStatus.PUBLISHED, draft, basis="norms.file")


def why_not_drop(by: Official, draft: DraftNorm, *, on: date | None = None) -> Refused | None:
    """Say why this official may not give this draft up now."""
    if not by.has_role(Role.SECTION_HEAD, Role.APPROVER, Role.LEADER):
        return NotPermitted(
            _("Only a section head, an approver or a leader may give a draft up."),
            remedy=_("Ask the head of the drafting section."),
            basis=_cited("norms.draft", on),
        )
    return None if draft.status in BEFORE_DECISION else at_another_stage(draft, basis="norms.draft")


def _why_not_writer(by: Official, draft: DraftNorm, basis: Citation) -> Refused | None:
    if by.pk in selectors.writers(draft):
        return NotPermitted(
            _("Who drafted a document does not review it."),
            remedy=_("Another official must take this one."),
            basis=basis,
        )
    return None


def _why_not_fairness(draft: DraftNorm, on: date | None) -> Refused | None:
    if selectors.asked("norms.fairness", on=on or office_day()) is None:
        return WrongMoment(NOT_ASKED, remedy=_("Hand the draft in for legality review."))
    return why_not_at(DraftStatus.HEARD, draft, basis="norms.fairness")


def _why_not_clerk(by: Official, name: str, on: date | None) -> Refused | None:
    if by.has_role(Role.CLERK):
        return None
    return NotPermitted(
        _("Only a disclosure clerk may do this."),
        remedy=_("Ask the disclosure clerk."),
        basis=_cited(name, on),
    )


def _cited(name: str, on: date | None) -> Citation:
    return selectors.cited(name, on=on or office_day())
