"""Taking in what both kinds of dossier have: the dossier itself, and its stages."""

from collections.abc import Iterable, Sequence
from datetime import date

from django.db import models
from django.utils.translation import gettext as _

from sunlit.dossiers import events, rules, selectors, vocabulary
from sunlit.dossiers.intake.documents import StagePart
from sunlit.dossiers.models import Dossier, Stage
from sunlit.intake.folder import Folder
from sunlit.intake.rows import Row
from sunlit.ledger.events import Event


def take_dossier(
    folder: Folder, dossier: Dossier, document: Row, parts: Sequence[StagePart]
) -> None:
    """Take in a dossier with its stages, and attach the items that publish them."""
    if not parts:
        folder.fault(document, "stages", _("At least one stage is needed."))
    known = selectors.dossiers_of_year(folder.agency, folder.year)
    if known.filter(code=dossier.code).exists():
        folder.fault_twice(document, "project_no", dossier.code)
    dossier.opened_on = min((part.start for part in parts), default=date(folder.year, 1, 1))
    folder.save(Dossier, [dossier])
    opened = events.DossierOpened(dossier.kind, dossier.code, dossier.title)
    enter(folder, dossier, opened, dossier, day=dossier.opened_on, row=document)
    _check_stages(folder, dossier.kind, parts)
    stages: dict[str, Stage] = {}
    for part in parts:
        if str(part.seq) in stages:
            folder.fault_twice(part, "seq", str(part.seq))
            folder.take_links(dossier.kind)  # which stage they mean, nobody knows
        stages[str(part.seq)] = _stage(dossier, part)
    folder.save(Stage, stages.values())
    folder.promise(dossier.kind, stages)
    folder.shelve(dossier.kind, stages)
    folder.attach(dossier.kind, "items")
    for part in parts:
        stage = stages[str(part.seq)]
        held = events.StageHeld(part.seq, part.name, part.start, part.end)
        enter(folder, dossier, held, stage, day=part.end, row=part, post=part.by)
        if part.public and part.published:
            shown = events.StagePublished(part.seq, part.name)
            enter(folder, dossier, shown, stage, day=part.published, row=part, post=part.by)


def _stage(dossier: Dossier, part: StagePart) -> Stage:
    return Stage(
        dossier=dossier,
        seq=part.seq,
        name=part.name,
        starts_on=part.start,
        ends_on=part.end,
        published_on=part.published if part.public else None,
        is_public=part.public,
        result=part.told,
        figures=part.figures,
        post=part.by,
    )


def _check_stages(folder: Folder, kind: str, parts: Iterable[StagePart]) -> None:
    by_days = {part.days: part for part in parts}
    least = vocabulary.least_days(kind)
    for days, part in by_days.items():
        folder.in_order(part, "start", "end")
        folder.in_order(part, "start", "published")
        if part.public and part.published is None:
            reason = _("A public stage needs the day of publication.")
            folder.fault(part, "published", reason)
        if part.published and not part.public:
            folder.warn(part, "public", _("The stage has a day of publication, yet is not public."))
        if 0 < rules.days_of(days) < least.get(part.name, 0):
            reason = _("The stage lasts %(days)d days; the law asks for %(least)d.")
            lasts = {"days": rules.days_of(days), "least": least[part.name]}
            folder.warn(part, "end", reason % lasts)
    for late, early in rules.too_early(by_days):
        reason = _("%(day)s is before its cause: stage %(seq)d began on %(earlier)s.")
        values = {"day": late.starts_on, "seq": early.seq, "earlier": early.starts_on}
        folder.fault(by_days[late], "start", reason % values)


def decided_on(folder: Folder, dossier: Dossier, parts: Iterable[StagePart]) -> date:
    """Return the day on which the deciding stage, or the last one, ended."""
    names = vocabulary.deciding_names(dossier.kind)
    stage = rules.deciding((part.days for part in parts), names)
    return stage.ends_on if stage and stage.ends_on else date(folder.year, 12, 31)


def enter(folder: Folder, dossier: Dossier, event: Event, about: models.Model, *, day: date,
           row: Row, post: str = "") -> None:  # fmt: skip
    """Enter an act that a part of a dossier proves, by the provision of the dossier's kind."""
    folder.enter(event, about, day=day, basis=dossier.basis, row=row, post=post)
