"""Who may take which step of the gate, and when. No official takes two of its four steps."""

from collections.abc import Sequence
from datetime import date

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from sunlit import statutes
from sunlit.design.faces import said
from sunlit.disclosure import rules, selectors
from sunlit.disclosure.lifecycle import TRANSITIONS, Status
from sunlit.disclosure.models import Decision, Finding, Item, SecrecyReview
from sunlit.kernel.citations import Citation
from sunlit.kernel.refusals import NotPermitted, NotYetLaw, Refused, Unacceptable, WrongMoment
from sunlit.organization.models import Official, Role
from sunlit.screening.kinds import TITLES
from sunlit.screening.kinds import Finding as Found
from sunlit.screening.masking import MASKS
from sunlit.screening.rules import screen_text

DRAFTERS = (
    Role.CLERK,
    Role.SECTION_HEAD,
    Role.WINDOW_CLERK,
    Role.CHIEF_REPRESENTATIVE,
    Role.HOTLINE_OPERATOR,
    Role.INVESTIGATOR,
    Role.SUPERVISOR_LIAISON,
)
DECISIONS: dict[str, tuple[Decision, ...]] = {
    Finding.OK: (Decision.PUBLISH, Decision.WITHHOLD),
    Finding.CHANGES: (Decision.PUBLISH_CHANGED, Decision.WITHHOLD),
    Finding.WITHHOLD: (Decision.WITHHOLD,),
}
"""What may be decided after which finding. An approver who wants another finding sends back."""

REVIEW = "disclosure.secrecy_review"


def why_not_public(review: SecrecyReview, *, on: date) -> Refused | None:
    """Say why the item of this review may not be public on a day: the gate itself."""
    if review.decision == Decision.WITHHOLD:
        reason = _("The review %(code)s decided that this may not be published.")
        basis = _cited("disclosure.withheld", on=on)
        return WrongMoment(reason % {"code": review.code}, basis=basis)
    if not review.decision or review.approved_on is None:
        return WrongMoment(
            _("The review %(code)s has not been decided yet.") % {"code": review.code},
            remedy=_("Have it reviewed for secrecy and approved first."),
            basis=_cited(REVIEW, on=on),
        )
    if on < review.approved_on:
        reason = _("%(day)s is before its cause: the review was decided on %(decided)s.")
        values = {"day": on, "decided": review.approved_on}
        return Unacceptable(reason % values, basis=_cited(REVIEW, on=on))
    return None


def why_not_draft(by: Official, _nothing: object) -> Refused | None:
    """Say why this official may not draft an item."""
    if not by.has_role(*DRAFTERS):
        return NotPermitted(
            _("Only a disclosure clerk or somebody who works in an office may draft an item."),
            remedy=_("Ask the information officer of the office."),
        )
    if by.office_id is None and not by.has_role(Role.CLERK):
        return NotPermitted(
            _("You belong to no office for which you could draft an item."),
            remedy=_("Ask the administrator to enter your office."),
        )
    return None


def why_not_revise(by: Official, item: Item) -> Refused | None:
    """Say why this official may not write this draft anew now."""
    if by.pk != item.review.drafter_id:
        return NotPermitted(
            _("Only the official who drafted the item may write it anew."),
            basis=_of_case(REVIEW, item),
        )
    return _why_not_at(Status.DRAFT, item)


def why_not_section_review(by: Official, item: Item) -> Refused | None:
    """Say why this official may not agree to this draft for the section now."""
    if not by.has_role(Role.SECTION_HEAD):
        return NotPermitted(
            _("Only a section head may agree to a draft."),
            remedy=_("Ask the head of %(office)s.") % {"office": item.office.name},
            basis=_of_case(REVIEW, item),
        )
    return (
        _why_not_at(Status.DRAFT, item)
        or _why_not_sign(by, item)
        or why_not_as_it_stands(selectors.open_to_section(item), item)
    )


def why_not_secrecy_review(by: Official, item: Item) -> Refused | None:
    """Say why this official may not review this draft for secrecy now."""
    if not by.has_role(Role.SECRECY_REVIEWER):
        return NotPermitted(
            _("Only a secrecy reviewer may review a draft for secrecy."),
            remedy=_("Ask the secrecy reviewer."),
            basis=_of_case(REVIEW, item),
        )
    return _why_not_at(Status.SECTION_REVIEWED, item) or _why_not_sign(by, item)


def why_not_approve(by: Official, item: Item) -> Refused | None:
    """Say why this official may not decide about the publication of this item now."""
    if not by.has_role(Role.APPROVER):
        return NotPermitted(
            _("Only an approver may decide whether an item is published."),
            remedy=_("Ask the leader in charge."),
            basis=_of_case(REVIEW, item),
        )
    return _why_not_at(Status.SECRECY_REVIEWED, item) or _why_not_sign(by, item)


def why_not_decide(item: Item, decision: Decision, ground: str) -> Refused | None:
    """Say why it may not be decided so about an item, whoever decides."""
    finding = item.review.finding
    if decision not in DECISIONS.get(finding, ()):
        return Unacceptable(
            _("This decision does not follow from the finding of the secrecy review."),
            remedy=_("Send the draft back if the finding is to be another one."),
            basis=_of_case(REVIEW, item),
        )
    if decision != Decision.WITHHOLD and (
        refusal := why_not_as_it_stands(selectors.open_findings(item), item)
    ):
        return refusal
    if decision != Decision.PUBLISH and not ground:
        return Unacceptable(
            _("A decision to withhold, or to publish after changes, needs a ground."),
            basis=_of_case(REVIEW, item),
        )
    return None


def why_not_as_it_stands(findings: Sequence[Found], item: Item) -> Refused | None:
    """Say so where the screening finds in an item what nobody has answered."""
    if not findings:
        return None
    titles = dict.fromkeys(said(TITLES[one.kind]) for one in findings)
    reason = ngettext(
        "The screening found %(count)s thing that nobody has answered: %(kinds)s.",
        "The screening found %(count)s things that nobody has answered: %(kinds)s.",
        len(findings),
    )
    return Unacceptable(
        reason % {"count": len(findings), "kinds": _(", ").join(titles)},
        remedy=_("Mask it, or say why it may stand."),
        basis=_of_case(REVIEW, item),
    )


def why_not_mask(by: Official, item: Item) -> Refused | None:
    """Say why this official may not mask what was found in this draft now."""
    if refusal := why_not_revise(by, item):
        return refusal
    return None if has_mask(item) else _nothing_found(item)


def has_mask(item: Item) -> bool:
    """Say whether something open is found in an item that can be masked."""
    return any(one.kind in MASKS for one in selectors.open_findings(item))


def why_not_keep(by: Official, item: Item) -> Refused | None:
    """Say why this official may not let stand what was found in this item now.

    In a draft its drafter says so, but of secrecy marks; after that, the secrecy reviewer alone.
    """
    is_draft = item.status == Status.DRAFT
    if item.status in (Status.WITHHELD, Status.WITHDRAWN):
        return _at_another_stage(item)
    if is_draft and by.pk != item.review.drafter_id:
        return NotPermitted(
            _("In a draft, only who drafted it may say why something found may stand."),
            basis=_of_case(REVIEW, item),
        )
    if not is_draft and not by.has_role(Role.SECRECY_REVIEWER):
        return NotPermitted(
            _("Only a secrecy reviewer may say why something found may stand."),
            remedy=_("Ask the secrecy reviewer."),
            basis=_of_case(REVIEW, item),
        )
    if not is_draft and by.pk == item.review.drafter_id:
        return NotPermitted(
            _("Who drafted an item does not review it for secrecy."),
            remedy=_("Another official must take this one."),
            basis=_of_case(REVIEW, item),
        )
    findings = selectors.open_to_section(item) if is_draft else selectors.open_findings(item)
    return None if findings else _nothing_found(item)


def why_not_say(text: str, item: Item) -> Refused | None:
    """Say why a sentence that the public will read of an item cannot be said so."""
    return why_not_as_it_stands(screen_text(text, selectors.lexicon_of(item.agency)), item)


def _nothing_found(item: Item) -> Refused:
    return WrongMoment(
        _("There is nothing found in %(code)s that you would have to answer.")
        % {"code": item.code},
        basis=_of_case(REVIEW, item),
    )


def why_not_as_decided(item: Item) -> Refused | None:
    """Say so where an item no longer says what was decided on."""
    decided = item.review.approved_digest
    if decided == rules.digest_of(*item.texts):
        return None
    return Unacceptable(
        _("The text of %(code)s is not the one that was decided on.") % {"code": item.code},
        remedy=_("Take the decision back, so that the text as it is goes through the gate."),
        basis=_of_case(REVIEW, item),
    )


def why_not_send_back(by: Official, item: Item) -> Refused | None:
    """Say why this official may not send this draft back now."""
    reviewers = {
        Status.SECTION_REVIEWED.value: Role.SECRECY_REVIEWER,
        Status.SECRECY_REVIEWED.value: Role.APPROVER,
        Status.APPROVED.value: Role.APPROVER,
    }
    role = reviewers.get(item.status)
    if role is None:
        return _at_another_stage(item)
    if not by.has_role(role):
        return NotPermitted(
            _("Only the official whose step it is may send a draft back."),
            remedy=_("The step is up to: %(role)s.") % {"role": role.label},
            basis=_of_case(REVIEW, item),
        )
    return None


def why_not_publish(by: Official, item: Item) -> Refused | None:
    """Say why this official may not publish this item now."""
    if not by.has_role(Role.CLERK):
        return NotPermitted(
            _("Only a disclosure clerk may publish an item."),
            remedy=_("Ask the disclosure clerk."),
            basis=_of_case("disclosure.publish", item),
        )
    if item.status in (Status.PUBLISHED, Status.WITHDRAWN):
        return _at_another_stage(item)
    review = item.review
    if refusal := why_not_public(review, on=review.approved_on or review.drafted_on):
        return refusal
    return (
        _why_not_at(Status.APPROVED, item)
        or why_not_as_decided(item)
        or why_not_as_it_stands(selectors.open_findings(item), item)
    )


def why_not_withdraw(by: Official, item: Item) -> Refused | None:
    """Say why this official may not withdraw this item now."""
    if not by.has_role(Role.APPROVER):
        return NotPermitted(
            _("Only an approver may withdraw a published item."),
            remedy=_("Ask the leader in charge."),
            basis=_of_case("disclosure.correction", item),
        )
    return _why_not_at(Status.PUBLISHED, item)


def _why_not_at(status: Status, item: Item) -> Refused | None:
    return None if item.status == status else _at_another_stage(item)


def _at_another_stage(item: Item) -> Refused:
    reason = _("%(code)s is at another stage: %(status)s.")
    values = {"code": item.code, "status": item.get_status_display()}
    arrows = [basis for (before, _after), basis in TRANSITIONS.items() if before == item.status]
    return WrongMoment(reason % values, basis=_of_case(arrows[0] if arrows else REVIEW, item))


def _why_not_sign(by: Official, item: Item) -> Refused | None:
    """Say so where this official has signed the review already: four eyes, and four again."""
    if by.pk in item.review.signed_by:
        return NotPermitted(
            _("You have taken a step of this review already."),
            remedy=_("Another official must take this one."),
            basis=_of_case(REVIEW, item),
        )
    return None


def _of_case(name: str, item: Item) -> Citation:
    return _cited(name, on=item.review.drafted_on)


def _cited(name: str, *, on: date) -> Citation:
    """Return the provision of a day; before there was a law, the first one."""
    try:
        return statutes.provision(name, on=on)
    except NotYetLaw as refusal:
        return statutes.provision(name, on=refusal.since)
