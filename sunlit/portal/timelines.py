"""A dossier as a timeline: what each stage had to publish, what it did, what is missing."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from sunlit import statutes
from sunlit.disclosure.models import Item
from sunlit.dossiers.models import Dossier, Stage
from sunlit.dossiers.rules import StageRule, days_stood
from sunlit.dossiers.selectors import publication_clock, stage_rules
from sunlit.kernel.citations import Citation
from sunlit.kernel.wording import Wording

LONG_PAUSE = 7
"""From how many calendar days on a pause between two stages is told."""
FIGURES: dict[str, Promise] = {
    "posts": _("vacancies"),
    "places": _("places"),
    "applicants": _("applicants"),
    "qualified": _("qualified"),
    "sat": _("sat the examination"),
    "interviewed": _("interviewed"),
    "examined": _("examined"),
    "passed": _("passed"),
    "vetted": _("vetted"),
    "publicised": _("made known"),
    "objections": _("objections"),
    "appointed": _("appointed"),
}


@dataclass(frozen=True, kw_only=True)
class Told:
    """One stage as the public is told of it."""

    stage: Stage
    state: str
    """done, now, to_come or missing."""
    must: Wording | None
    """What it had to publish, where that is known."""
    due_on: date | None
    """The last day for its publication; None while no time runs, or if it was public as it ran."""
    late_days: int
    """How many calendar days it was or is late."""
    late_by: Citation | None
    is_required: bool
    days: int
    """How many calendar days it stood in public; 0 while it is open."""
    least_days: int
    law: Citation | None
    pause: int
    """How many days lay between the end of the stage before and its beginning, if many."""
    figures: Sequence[tuple[object, object]]
    items: Sequence[Item]

    @property
    def is_kept(self) -> bool:
        """Whether it lasted as long as the law asks."""
        return self.days >= self.least_days


def timeline(dossier: Dossier, *, overdue: Iterable[int], on: date) -> list[Told]:
    """Return the stages of a dossier in their order, as they stand on a day.

    `overdue` are the keys of the stages that should be public and are not.
    """
    names, missing = stage_rules(dossier), frozenset(overdue)
    told: list[Told] = []
    ended: date | None = None
    for stage in dossier.stages.prefetch_related("items").order_by("seq"):
        stage.dossier = dossier
        named = names.get(stage.name, StageRule(stage.name))
        told.append(_told(stage, named, ended, state=_state(stage, missing, on), on=on))
        ended = stage.ends_on or ended
    return told


def next_expected(told: Iterable[Told]) -> Told | None:
    """Return the first stage that is still to be published."""
    return next((one for one in told if one.state != "done"), None)


def _told(stage: Stage, named: StageRule, ended: date | None, *, state: str, on: date) -> Told:
    items = [item for item in stage.items.all() if item.is_public]
    pause = (stage.starts_on - ended).days if stage.starts_on and ended else 0
    figures = stage.figures if stage.is_public else {}
    clock = publication_clock(stage)
    due_on = clock.due_on if clock else None
    published = stage.published_on or on
    return Told(
        stage=stage,
        state=state,
        must=named.must,
        due_on=due_on,
        late_days=(published - due_on).days if due_on and published > due_on else 0,
        late_by=clock.limit.basis[0] if clock and due_on and published > due_on else None,
        is_required=named.is_required,
        days=days_stood(stage.days),
        least_days=named.least_days,
        law=statutes.citation_from_key(named.law) if named.law else None,
        pause=pause if pause >= LONG_PAUSE else 0,
        figures=[(FIGURES[key], value) for key, value in figures.items() if key in FIGURES],
        items=sorted(items, key=lambda item: item.code),
    )


def _state(stage: Stage, missing: frozenset[int], on: date) -> str:
    if stage.is_public:
        return "done"
    if stage.pk in missing:
        return "missing"
    return "now" if stage.starts_on is not None and stage.starts_on <= on else "to_come"


FACTS: dict[str, Promise] = {
    "planned": _("Places planned"),
    "scoring": _("How it is scored"),
    "owner": pgettext_lazy("tender", "Put out by"),
    "agency": pgettext_lazy("tender", "Run by"),
    "venue": _("Place"),
    "term": pgettext_lazy("tender", "Term"),
}


def facts_of(dossier: Dossier) -> list[tuple[object, object]]:
    """Return what the dossier says of itself, in words that the public knows."""
    kept = dossier.facts
    supervision = kept.get("supervision", {})
    return [
        (_("Rests on"), dossier.basis_documents),
        (_("Handled by"), dossier.office.name if dossier.office else ""),
        (_("Opened on"), dossier.opened_on),
        *((label, kept.get(key, "")) for key, label in FACTS.items()),
        (_("Supervised by"), supervision.get("by", "") if isinstance(supervision, dict) else ""),
        (
            _("Supervision phone"),
            supervision.get("phone", "") if isinstance(supervision, dict) else "",
        ),
    ]
