"""How dossiers look from outside: what each stage says, and what may be half or fake about it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db.models import Prefetch, QuerySet

from sunlit import statutes
from sunlit.design.markup import visible_text
from sunlit.disclosure.models import Item
from sunlit.disclosure.selectors import why_not_readable
from sunlit.dossiers.doubts import PROVISIONS, Doubt, StageSeen, doubts
from sunlit.dossiers.models import Dossier, DoubtAnswer, Stage
from sunlit.dossiers.selectors import stage_rules
from sunlit.kernel.citations import Citation
from sunlit.kernel.refusals import NotYetLaw
from sunlit.organization.models import Agency


@dataclass(frozen=True)
class Raised:
    """A doubt about a stage, the article behind it, and the answer if one was given."""

    stage: Stage
    doubt: Doubt
    basis: Citation | None
    answer: DoubtAnswer | None


def with_items(dossiers: QuerySet[Dossier]) -> QuerySet[Dossier]:
    """Fetch with dossiers all that their doubts are found in, in a fixed number of queries."""
    items = Item.objects.prefetch_related("attachments")
    stages = Stage.objects.prefetch_related(Prefetch("items", queryset=items), "answers")
    return dossiers.select_related("template", "office").prefetch_related(
        Prefetch("stages", queryset=stages.order_by("seq"))
    )


def seen(stage: Stage) -> StageSeen:
    """Return a stage as the public finds it, with the items that publish it."""
    items = list(stage.items.all())
    public = [item for item in items if item.is_public]
    files = [one for item in public for one in item.attachments.all()]
    said = [stage.result, *(visible_text(item.body) for item in public)]
    return StageSeen(
        days=stage.days,
        text="\n".join(text for text in said if text.strip()),
        files=len(files),
        gone=tuple(item.index_number or item.code for item in items if not item.is_public),
        unreadable=tuple(one.name for one in files if why_not_readable(one) is not None),
    )


def doubts_of_agency(agency: Agency) -> dict[int, list[Raised]]:
    """Return the doubts about each dossier of an agency, by its key; answered ones too."""
    dossiers = list(with_items(Dossier.objects.filter(agency=agency)).order_by("-year", "code"))
    looks = {
        dossier.pk: {stage.seq: seen(stage) for stage in dossier.stages.all()}
        for dossier in dossiers
    }
    texts = [
        (dossier.pk, f"{dossier.code}/{seq}", look.text)
        for dossier in dossiers
        for seq, look in looks[dossier.pk].items()
        if look.is_public
    ]
    return {
        dossier.pk: _raised(
            dossier,
            list(looks[dossier.pk].values()),
            [(label, text) for key, label, text in texts if key != dossier.pk],
        )
        for dossier in dossiers
    }


def doubts_about(stage: Stage) -> list[Raised]:
    """Return the doubts about one stage."""
    found = doubts_of_agency(stage.dossier.agency)[stage.dossier_id]
    return [one for one in found if one.stage.pk == stage.pk]


def _raised(
    dossier: Dossier, looks: Sequence[StageSeen], others: Iterable[tuple[str, str]]
) -> list[Raised]:
    stages = {stage.seq: stage for stage in dossier.stages.all()}
    return [
        Raised(stage, doubt, basis_of(dossier, doubt), _answer(stage, doubt))
        for doubt in doubts(looks, stage_rules(dossier), others)
        for stage in [stages[doubt.seq]]
    ]


def basis_of(dossier: Dossier, doubt: Doubt) -> Citation | None:
    """Return the article behind a doubt, in the version of the day on which the dossier opened."""
    try:
        return statutes.provision(PROVISIONS.get(doubt.kind, dossier.basis), on=dossier.opened_on)
    except NotYetLaw:
        return None


def _answer(stage: Stage, doubt: Doubt) -> DoubtAnswer | None:
    kept = (one for one in stage.answers.all() if one.doubt == doubt.kind)
    return next((one for one in kept if one.digest == doubt.digest), None)
