"""The gates of a normative document in the making, as stations that the public follows."""

from collections.abc import Iterator
from datetime import date

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from sunlit.design import pieces
from sunlit.norms.lifecycle import DraftStatus
from sunlit.norms.models import DraftNorm, DraftStep, Gate, Outcome
from sunlit.norms.selectors import asked, interpretation_due, interpretations

ORDER: list[DraftStatus] = [one for one in DraftStatus if one != DraftStatus.DROPPED]
DONE_FROM = {
    Gate.DRAFTING: DraftStatus.COMMENTING,
    Gate.COMMENT: DraftStatus.HEARD,
    Gate.FEEDBACK: DraftStatus.HEARD,
    Gate.FAIRNESS: DraftStatus.FAIR,
    Gate.LEGALITY: DraftStatus.REVIEWED,
    Gate.DECISION: DraftStatus.DECIDED,
    Gate.REGISTRATION: DraftStatus.REGISTERED,
    Gate.PUBLICATION: DraftStatus.PUBLISHED,
    Gate.FILING: DraftStatus.FILED,
}
"""From which status on a gate lies behind a draft."""
MAY_BE_ABSENT = (Gate.FEEDBACK, Gate.FAIRNESS)
"""What is not asked of every draft; where it was not, it is no station."""
UNDER_WAY = pgettext_lazy("gate", "under way")
TO_COME = pgettext_lazy("gate", "to come")
DONE = pgettext_lazy("gate", "done")


def stations(draft: DraftNorm, *, on: date) -> list[pieces.Station]:
    """Return the gates of a draft: those behind it, the one where it is, and those to come."""
    last = {Gate(step.gate): step for step in draft.steps.order_by("pk")}
    return [*_gates(draft, last, on=on), *_interpretation(draft, on=on)]


def _gates(draft: DraftNorm, last: dict[Gate, DraftStep], *, on: date) -> Iterator[pieces.Station]:
    is_dropped = draft.status == DraftStatus.DROPPED
    reached = -1 if is_dropped else ORDER.index(DraftStatus(draft.status))
    is_here = False
    for gate, since in DONE_FROM.items():
        step = last.get(gate)
        if step and (is_dropped or reached >= ORDER.index(since)):
            yield _behind(gate, step)
        elif is_dropped or not _is_asked(gate, passed=reached >= ORDER.index(since), on=on):
            continue
        elif is_here:
            yield pieces.Station(gate.label, "", state="neutral", word=TO_COME)
        else:
            is_here = True
            yield _here(draft, gate, step)
    if is_dropped and (end := last.get(Gate.END)):
        yield pieces.Station(Gate.END.label, end.said, on=end.taken_on, here=True)


def _is_asked(gate: Gate, *, passed: bool, on: date) -> bool:
    if passed:
        return gate not in MAY_BE_ABSENT
    return gate != Gate.FAIRNESS or asked("norms.fairness", on=on) is not None


def _behind(gate: Gate, step: DraftStep) -> pieces.Station:
    skipped = step.outcome == Outcome.SKIPPED
    sent_back = step.outcome in (Outcome.CHANGE, Outcome.FAILED)
    state = "neutral" if skipped else "late" if sent_back else "done"
    told = step.said if skipped or gate == Gate.REGISTRATION else ""
    return pieces.Station(
        gate.label,
        told,
        on=step.taken_on,
        state=state,
        word=DONE if step.outcome == Outcome.PASSED else step.get_outcome_display(),
    )


def _here(draft: DraftNorm, gate: Gate, step: DraftStep | None) -> pieces.Station:
    sent_back = step is not None and step.outcome in (Outcome.CHANGE, Outcome.FAILED)
    note = step.get_outcome_display() if step and sent_back else ""
    since = draft.comment_from if gate == Gate.COMMENT else None
    return pieces.Station(
        gate.label, "", on=since, state="in_time", word=UNDER_WAY, here=True, note=note
    )


def _interpretation(draft: DraftNorm, *, on: date) -> Iterator[pieces.Station]:
    clock = interpretation_due(draft)
    found = interpretations(draft)
    for item in found:
        yield pieces.Station(
            _("interpretation"),
            item.title,
            on=item.published_on,
            url=item.get_absolute_url(),
            state="done",
            word=DONE,
        )
    if clock and not found:
        late = clock.due_on is not None and clock.due_on < on
        word = pgettext_lazy("gate", "missing") if late else UNDER_WAY
        yield pieces.Station(
            _("interpretation"), "", on=clock.due_on, state="late" if late else "in_time", word=word
        )
