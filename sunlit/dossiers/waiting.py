"""Stages of recruitment and tenders to be published, and lots to be awarded."""

from collections.abc import Iterable
from datetime import date

from sunlit.design.registers import Waiting
from sunlit.dossiers import selectors
from sunlit.dossiers.models import Dossier, Stage
from sunlit.dossiers.seeing import doubts_of_agency
from sunlit.organization.models import Agency, Role

CLERK = frozenset({Role.CLERK})


def stages_unpublished(agency: Agency, _on: date) -> Iterable[Waiting]:
    """Yield the next stage to be published of each dossier, the oldest dossier first.

    Later stages wait for it, unless they have ended: then each of them is overdue or about to be.
    """
    yield from _doubted(agency)
    dossiers = Dossier.objects.filter(agency=agency, stages__is_public=False).distinct()
    related = dossiers.select_related("office", "template").prefetch_related("stages")
    for dossier in related.order_by("opened_on", "code"):
        optional = selectors.optional_names(dossier)
        waiting = [
            stage
            for stage in dossier.stages.all()
            if not stage.is_public and (stage.ends_on or stage.name not in optional)
        ]
        for at, stage in enumerate(sorted(waiting, key=_place)):
            stage.dossier = dossier
            if at == 0 or stage.ends_on:
                yield _of_stage(stage, is_next=at == 0)


def _doubted(agency: Agency) -> Iterable[Waiting]:
    """Yield each stage with a doubt that nobody has answered."""
    for raised in doubts_of_agency(agency).values():
        stages = {one.stage.pk: one.stage for one in raised if one.answer is None}
        for stage in stages.values():
            yield Waiting(
                record=stage,
                act="answer-doubt",
                roles=CLERK,
                office=stage.dossier.office,
                office_roles=frozenset({Role.SECTION_HEAD}),
                since=stage.published_on or stage.ends_on or stage.dossier.opened_on,
            )


def _of_stage(stage: Stage, *, is_next: bool) -> Waiting:
    reading = selectors.publication_clock(stage)
    return Waiting(
        record=stage,
        act="publish" if is_next else "",
        roles=CLERK,
        office=stage.dossier.office,
        due_on=reading.due_on if reading else None,
        clock=reading,
        since=stage.ends_on or stage.starts_on or stage.dossier.opened_on,
    )


def _place(stage: Stage) -> int:
    return stage.seq
