"""Who may draft a normative document and hear the public about it, and when."""

from datetime import date

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from sunlit.design.faces import day as in_words
from sunlit.design.faces import said
from sunlit.design.markup import visible_text
from sunlit.disclosure.selectors import lexicon_of
from sunlit.kernel.refusals import NotPermitted, Refused, Unacceptable, WrongMoment
from sunlit.kernel.wording import Wording
from sunlit.norms import rules, selectors
from sunlit.norms.lifecycle import DraftStatus
from sunlit.norms.models import DraftNorm, SkipGround
from sunlit.norms.policies.documents import why_not_register
from sunlit.organization.models import Agency, Official, Role
from sunlit.organization.selectors import office_day
from sunlit.screening.kinds import TITLES
from sunlit.screening.rules import screen_text

IN_HAND = (DraftStatus.DRAFTED, DraftStatus.HEARD)
"""The text of a draft in one of these can be written anew."""


def why_not_at(status: DraftStatus, draft: DraftNorm, *, basis: str) -> Refused | None:
    """Say so where a draft is at another stage."""
    return None if draft.status == status else at_another_stage(draft, basis=basis)


def at_another_stage(draft: DraftNorm, *, basis: str) -> Refused:
    """Return the refusal of an act that comes too early or too late."""
    return WrongMoment(
        _("The draft is at another stage: %(status)s.") % {"status": draft.get_status_display()},
        basis=selectors.cited(basis, on=office_day()),
    )


def why_not_rewrite(by: Official, draft: DraftNorm) -> Refused | None:
    """Say why this official may not write the text of this draft anew now."""
    if refusal := why_not_register(by, None):
        return refusal
    if draft.status in IN_HAND:
        return None
    return at_another_stage(draft, basis="norms.draft")


def why_not_open(by: Official, draft: DraftNorm, *, on: date | None = None) -> Refused | None:
    """Say why this official may not publish this draft for comment now."""
    basis = selectors.cited("norms.comments", on=on or office_day())
    if not by.has_role(Role.CLERK):
        return NotPermitted(
            _("Only a disclosure clerk may publish a draft for comment."),
            remedy=_("Ask the disclosure clerk."),
            basis=basis,
        )
    if refusal := why_not_at(DraftStatus.DRAFTED, draft, basis="norms.comments"):
        return refusal
    return why_not_assessed(draft, on=on)


def why_not_skip_comments(
    by: Official, draft: DraftNorm, *, on: date | None = None
) -> Refused | None:
    """Say why this official may not state now that this draft is not published for comment."""
    if not by.has_role(Role.SECTION_HEAD):
        return NotPermitted(
            _("Only a section head may state that a draft is not published for comment."),
            remedy=_("Ask the head of the drafting section."),
            basis=selectors.cited("norms.comments", on=on or office_day()),
        )
    if refusal := why_not_at(DraftStatus.DRAFTED, draft, basis="norms.comments"):
        return refusal
    return why_not_assessed(draft, on=on)


def why_not_assessed(draft: DraftNorm, *, on: date | None = None) -> Refused | None:
    """Say so where the law of the day asks for an assessment, and none is entered."""
    basis = selectors.asked("norms.assess", on=on or office_day())
    if basis is None or draft.assessment:
        return None
    return WrongMoment(
        _("Whether the document is needed and what it does has not been assessed."),
        remedy=_("Write the draft anew with its assessment."),
        basis=basis,
    )


def why_not_ground(ground: str, *, on: date) -> Refused | None:
    """Say why the law of a day does not leave public comment out on this ground."""
    basis = selectors.cited("norms.comments", on=on)
    if basis.instrument in rules.SKIPS[ground]:
        return None
    return Unacceptable(
        _("The law of this day does not leave public comment out because: %(ground)s.")
        % {"ground": SkipGround(ground).label},
        remedy=_("Publish the draft for comment."),
        basis=basis,
    )


def why_not_period(
    draft: DraftNorm, *, today: date, until: date, urgency: str = ""
) -> Refused | None:
    """Say why a draft may not be open to comments from today until a day: it is too short."""
    basis = selectors.cited("norms.comments", on=today)
    if until <= today:
        return Unacceptable(
            _("The last day for comments must be after today, %(day)s.") % {"day": in_words(today)},
            basis=basis,
        )
    least = selectors.least_comment(draft, start=today)
    if least is None or least.until is None or until >= least.until:
        return None
    cited = least.limit.basis[0]
    if urgency and cited.instrument == rules.MAY_BE_SHORTER:
        return None
    amount = least.limit.unit.of(least.limit.amount)
    explained = cited.instrument == rules.MAY_BE_SHORTER
    return Unacceptable(
        Wording(
            f"公开征求意见不少于{amount.zh},最早到{least.until}为止,不能到{until}为止。",
            f"A draft is open to comments for at least {amount.en}: until {least.until} at the "
            f"earliest, not until {until}.",
        ),
        remedy=_("Choose a later day, or explain the urgency; the explanation is published.")
        if explained
        else _("Choose a later day."),
        basis=cited,
    )


def why_not_shown(texts: tuple[str, ...], agency: Agency, *, on: date) -> Refused | None:
    """Say so where the screening finds in a text what must not become public."""
    words = lexicon_of(agency)
    seen = [one for text in texts for one in {text, visible_text(text)}]
    found = [one for text in seen for one in screen_text(text, words)]
    if not found:
        return None
    found = list({one.text: one for one in found}.values())
    titles = dict.fromkeys(f"{said(TITLES[one.kind])}“{one.text}”" for one in found)
    reason = ngettext(
        "The screening found %(count)s thing that must not become public: %(kinds)s.",
        "The screening found %(count)s things that must not become public: %(kinds)s.",
        len(found),
    )
    return Unacceptable(
        reason % {"count": len(found), "kinds": _(", ").join(titles)},
        remedy=_("Take it out of the text first."),
        basis=selectors.cited("norms.comments", on=on),
    )


def why_not_answer(by: Official, draft: DraftNorm, *, on: date | None = None) -> Refused | None:
    """Say why this official may not publish the answer to the comments now."""
    basis = selectors.cited("norms.feedback", on=on or office_day())
    if not by.has_role(Role.CLERK):
        return NotPermitted(
            _("Only a disclosure clerk may publish what became of the comments."),
            remedy=_("Ask the disclosure clerk."),
            basis=basis,
        )
    if refusal := why_not_at(DraftStatus.COMMENTING, draft, basis="norms.feedback"):
        return refusal
    if draft.comment_until and (on or office_day()) <= draft.comment_until:
        return WrongMoment(
            _("The public can comment until %(day)s.") % {"day": in_words(draft.comment_until)},
            remedy=_("Answer the comments after that day."),
            basis=basis,
        )
    return None


def why_not_counted(*, received: int, adopted: int, reasons: str, on: date) -> Refused | None:
    """Say why the numbers of comments do not fit, or lack a reason for what was not adopted."""
    basis = selectors.cited("norms.feedback", on=on)
    if adopted > received:
        return Unacceptable(
            _("More comments were adopted than received: %(adopted)d of %(received)d.")
            % {"adopted": adopted, "received": received},
            basis=basis,
        )
    if adopted < received and not reasons.strip():
        return Unacceptable(
            _("Say why the other comments were not adopted; the public reads it."), basis=basis
        )
    return None
