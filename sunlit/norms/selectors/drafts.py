"""Readings of drafts: what the law of a day asks of them, their clocks, and who took which step."""

from datetime import date

from django.db.models import QuerySet

from sunlit import statutes
from sunlit.disclosure.lifecycle import Status
from sunlit.disclosure.models import Item
from sunlit.disclosure.selectors import interpretation_clock, public_interpretations
from sunlit.kernel.citations import Citation
from sunlit.kernel.clock import Ended, Event, Limit, Reading, Started, run
from sunlit.kernel.refusals import BeyondCalendar, NotYetLaw
from sunlit.norms import rules
from sunlit.norms.lifecycle import DraftStatus
from sunlit.norms.models import DraftNorm, DraftStep, Gate, Outcome
from sunlit.norms.selectors.library import term
from sunlit.organization.models import Agency
from sunlit.organization.rules.provincial import COMMENT, FILING
from sunlit.organization.selectors import official_calendar
from sunlit.organization.selectors.provincial import provincial_limit

REVIEWS = (Gate.FAIRNESS, Gate.LEGALITY)


def cited(name: str, *, on: date) -> Citation:
    """Return the provision of a step on a day; before there was one, that on making documents."""
    return asked(name, on=on) or statutes.provision("norms.draft", on=on)


def asked(name: str, *, on: date) -> Citation | None:
    """Return the provision that asks for a step on a day; None before there was one."""
    try:
        return statutes.provision(name, on=on)
    except NotYetLaw:
        return None


def drafts_of(agency: Agency) -> QuerySet[DraftNorm]:
    """Return the drafts of an agency, the newest first."""
    drafts = DraftNorm.objects.filter(agency=agency).select_related("office", "document", "item")
    return drafts.order_by("-begun_on", "code")


def public_drafts(agency: Agency, *, on: date) -> QuerySet[DraftNorm]:
    """Return the drafts that were published for comment by a day, the latest first."""
    return drafts_of(agency).filter(comment_from__lte=on).order_by("-comment_from", "code")


def open_on(agency: Agency, *, on: date) -> QuerySet[DraftNorm]:
    """Return the drafts that were open to comments on a day; what ended first comes first."""
    drafts = public_drafts(agency, on=on).filter(comment_until__gte=on)
    kept = drafts.exclude(status__in=(DraftStatus.DRAFTED, DraftStatus.DROPPED))
    return kept.order_by("comment_until", "code")


def under_comment(agency: Agency, *, on: date) -> QuerySet[DraftNorm]:
    """Return the drafts on which the public can comment today; what ends first comes first."""
    return open_on(agency, on=on).filter(status=DraftStatus.COMMENTING)


def writers(draft: DraftNorm) -> frozenset[int]:
    """Return the keys of the officials who wrote the text, at first or anew."""
    return _takers(draft, Gate.DRAFTING)


def reviewers(draft: DraftNorm) -> frozenset[int]:
    """Return the keys of the officials who reviewed a draft."""
    return _takers(draft, *REVIEWS)


def latest_step(draft: DraftNorm, gate: Gate) -> DraftStep | None:
    """Return how a step was last taken with a draft."""
    return draft.steps.filter(gate=gate).order_by("-pk").first()


def is_as_reviewed(draft: DraftNorm) -> bool:
    """Say whether the text is the one that passed the legality review."""
    review = latest_step(draft, Gate.LEGALITY)
    passed = review is not None and review.outcome == Outcome.PASSED
    return passed and review is not None and review.digest == draft.digest


def least_comment(draft: DraftNorm, *, start: date) -> rules.Term | None:
    """Return how long a draft must be open to comments; None where no rule says."""
    return term(draft.agency_id, COMMENT, start=start)


def legality_clock(draft: DraftNorm) -> Reading | None:
    """Return the clock of the legality review; None while it does not run or no rule sets one."""
    if draft.submitted_on is None:
        return None
    events: list[Event] = [Started(draft.submitted_on)]
    review = latest_step(draft, Gate.LEGALITY)
    if draft.status != DraftStatus.SUBMITTED and review is not None:
        events.append(Ended(max(review.taken_on, draft.submitted_on)))
    return _read("norms.legality_review", draft, events, start=draft.submitted_on)


def least_review_until(draft: DraftNorm) -> date | None:
    """Return until when a review usually lasts at least; None where no rule says."""
    if draft.submitted_on is None:
        return None
    reading = _read(
        "norms.legality_review_least",
        draft,
        [Started(draft.submitted_on)],
        start=draft.submitted_on,
    )
    return reading.days[-1].on if reading else None


def filing_clock(draft: DraftNorm) -> Reading | None:
    """Return the clock by which a published document is filed; None before it runs."""
    if draft.published_on is None:
        return None
    events: list[Event] = [Started(draft.published_on)]
    if filed := latest_step(draft, Gate.FILING):
        events.append(Ended(filed.taken_on))
    return _read(FILING, draft, events, start=draft.published_on)


def interpretation_due(draft: DraftNorm) -> Reading | None:
    """Return the clock by which the document is interpreted; it is kept with the published item."""
    return interpretation_clock(draft.item) if draft.item else None


def interpretations(draft: DraftNorm) -> list[Item]:
    """Return the public items that interpret the document of a draft."""
    return list(public_interpretations(draft.item)) if draft.item else []


def items_to_publish_as(agency: Agency, *, on: date) -> QuerySet[Item]:
    """Return the public items as which a document can be published, the newest first."""
    items = Item.objects.filter(agency=agency, status=Status.PUBLISHED, published_on__lte=on)
    return items.order_by("-published_on", "code")


def _takers(draft: DraftNorm, *gates: Gate) -> frozenset[int]:
    steps = draft.steps.filter(gate__in=gates).order_by("pk")
    return frozenset(steps.values_list("by_id", flat=True))


def _read(name: str, draft: DraftNorm, events: list[Event], *, start: date) -> Reading | None:
    try:
        limit: Limit = provincial_limit(draft.agency_id, name, on=start)
        return run(limit, events, official_calendar(draft.agency_id))
    except (NotYetLaw, BeyondCalendar):
        return None
