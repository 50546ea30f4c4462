"""The acts on a stage before and after it is public: its days, and the answers to doubts."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from sunlit import statutes
from sunlit.dossiers import events, policies, rules, selectors
from sunlit.dossiers.models import DoubtAnswer, Stage
from sunlit.dossiers.seeing import doubts_about
from sunlit.kernel.refusals import Unacceptable
from sunlit.ledger.services import record
from sunlit.organization.models import Official


@transaction.atomic(durable=True)
def schedule_stage(
    *, record_id: int, by: Official, today: date, starts_on: date, ends_on: date
) -> Stage:
    """Set the days of a stage, before or after it is held; its publication is due from them."""
    stage = _stage(record_id, by)
    if refusal := policies.why_not_schedule(by, stage):
        raise refusal
    if refusal := why_wrong_days(stage, starts_on=starts_on, ends_on=ends_on):
        raise refusal
    stage.schedule(starts_on=starts_on, ends_on=ends_on)
    stage.save(update_fields=["starts_on", "ends_on"])
    record(
        events.StageScheduled(stage.seq, stage.name, starts_on, ends_on),
        about=stage,
        by=by,
        day=today,
        basis=statutes.provision(stage.dossier.basis, on=today),
    )
    return stage


@transaction.atomic(durable=True)
def answer_doubt(
    *, record_id: int, by: Official, today: date, doubt: str, reason: str
) -> DoubtAnswer:
    """Say why a stage that looks like half or fake disclosure is right; it holds for it as it is.

    `doubt` is the kind of the doubt and the first signs of its digest, as the form offers it.
    """
    stage = _stage(record_id, by)
    if refusal := policies.why_not_answer_doubt(by, stage):
        raise refusal
    kind, _colon, digest = doubt.partition(":")
    found = next(
        (
            one.doubt
            for one in doubts_about(stage)
            if one.answer is None and one.doubt.kind == kind and one.doubt.digest == digest
        ),
        None,
    )
    if found is None:
        raise Unacceptable(
            _("This doubt is no more about the stage as it is now."),
            remedy=_("Look at the stage again."),
        )
    answer = DoubtAnswer.objects.create(
        stage=stage,
        doubt=found.kind,
        digest=found.digest,
        reason=reason,
        post=by.post,
        answered_on=today,
    )
    record(
        events.DoubtAnswered(stage.seq, found.kind, found.digest, reason),
        about=stage,
        by=by,
        day=today,
        basis=statutes.provision(stage.dossier.basis, on=today),
    )
    return answer


def why_wrong_days(stage: Stage, *, starts_on: date, ends_on: date) -> Unacceptable | None:
    """Say why a stage cannot have these days: it ends before it starts, or comes too early."""
    if ends_on < starts_on:
        return Unacceptable(_("The stage cannot end before it starts."))
    mine = rules.StageDays(stage.seq, stage.name, starts_on, ends_on)
    others = [one for one in selectors.stage_days(stage.dossier) if one.seq != stage.seq]
    for late, early in rules.too_early([*others, mine]):
        reason = _("Stage %(seq)d cannot begin before stage %(earlier)d, which began on %(day)s.")
        values = {"seq": late.seq, "earlier": early.seq, "day": early.starts_on}
        return Unacceptable(reason % values)
    return None


def _stage(record_id: int, by: Official) -> Stage:
    stages = Stage.objects.select_for_update(of=("self",))
    related = stages.select_related("dossier__template", "dossier__agency")
    return related.get(pk=record_id, dossier__agency=by.agency)
