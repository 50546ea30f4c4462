"""The acts on templates of stages: establish, revise, end."""

from collections.abc import Sequence
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from sunlit import statutes
from sunlit.dossiers import events, policies, vocabulary
from sunlit.dossiers.keeping import template_in_force, templates_kept
from sunlit.dossiers.models import BASIS, DossierTemplate, Kind
from sunlit.dossiers.rules import StageRule
from sunlit.dossiers.selectors import PUBLICATION
from sunlit.kernel.citations import Citation
from sunlit.kernel.refusals import Unacceptable
from sunlit.ledger.services import record
from sunlit.organization.models import Agency, Official


@transaction.atomic(durable=True)
def establish_template(
    *,
    agency: Agency,
    by: Official,
    today: date,
    code: str,
    name: str,
    kind: str,
    since: date,
    document: str,
    stages: Sequence[StageRule],
) -> DossierTemplate:
    """Set what each dossier of a kind must disclose, stage by stage, from a day on."""
    if refusal := policies.why_not_keep_template(by, None):
        raise refusal
    held = template_in_force(agency, code, on=max(since, today))
    if held is not None and held.record is not None:
        raise Unacceptable(
            _("A template of the code %(code)s holds already.") % {"code": code},
            remedy=_("Revise it, or choose another code."),
        )
    wrong = _why_other_kind(code, kind) or _why_wrong(agency, code, since, today, stages)
    if refusal := wrong or _why_less(kind, stages):
        raise refusal
    template = _kept(agency, code, name, Kind(kind), since, document, stages)
    event = events.TemplateEstablished(code, name, since, len(stages))
    record(event, about=template, by=by, day=today, basis=_basis(template, today))
    return template


@transaction.atomic(durable=True)
def revise_template(
    *,
    record_id: int,
    by: Official,
    today: date,
    name: str,
    since: date,
    document: str,
    stages: Sequence[StageRule],
) -> DossierTemplate:
    """Set anew what the dossiers opened from a day on must disclose; the others keep theirs."""
    before = _template(record_id, by)
    if refusal := policies.why_not_keep_template(by, before):
        raise refusal
    kind = Kind(before.kind)
    wrong = _why_wrong(before.agency, before.code, since, today, stages)
    if refusal := wrong or _why_less(kind, stages):
        raise refusal
    template = _kept(before.agency, before.code, name, kind, since, document, stages)
    event = events.TemplateRevised(before.code, since, len(stages))
    record(event, about=template, by=by, day=today, basis=_basis(template, today))
    return template


@transaction.atomic(durable=True)
def end_template(*, record_id: int, by: Official, today: date) -> DossierTemplate:
    """Open no more dossiers by a template; those that are open keep it."""
    template = _template(record_id, by)
    if refusal := policies.why_not_keep_template(by, template):
        raise refusal
    template.ended_on = max(today, template.since)
    template.save(update_fields=["ended_on"])
    event = events.TemplateEnded(template.code, template.ended_on)
    record(event, about=template, by=by, day=today, basis=_basis(template, today))
    return template


def _kept(
    agency: Agency,
    code: str,
    name: str,
    kind: Kind,
    since: date,
    document: str,
    stages: Sequence[StageRule],
) -> DossierTemplate:
    return DossierTemplate.objects.create(
        agency=agency,
        code=code,
        name=name,
        kind=kind,
        since=since,
        document=document,
        stages=[stage.as_kept() for stage in stages],
    )


def _why_wrong(
    agency: Agency, code: str, since: date, today: date, stages: Sequence[StageRule]
) -> Unacceptable | None:
    """Say why stages cannot stand in a template: none, twice one name, a promise past the law."""
    if since < today:
        return Unacceptable(
            _("A template cannot hold from a day that has passed."),
            remedy=_("Let it hold from today on, or from a later day."),
        )
    if templates_kept(agency).filter(code=code, since__gte=since).exists():
        return Unacceptable(
            _("A version of this template holds from that day on already."),
            remedy=_("Choose a later day."),
        )
    if not stages:
        return Unacceptable(_("A template needs at least one stage."))
    law = statutes.limit(PUBLICATION, on=since)
    names = set[str]()
    for number, stage in enumerate(stages, start=1):
        at = {"number": number, "name": stage.name}
        if stage.name in names:
            return Unacceptable(_("Stage %(number)d: the name %(name)s stands twice.") % at)
        names.add(stage.name)
        if stage.within > law.amount:
            return Unacceptable(
                _("Stage %(number)d, %(name)s, would be published later than the law allows.") % at,
                remedy=_("Give it %(days)d days at most.") % {"days": law.amount},
                basis=law.basis[0],
            )
    return None


def _why_other_kind(code: str, kind: str) -> Unacceptable | None:
    """Say that a template under a code of the program is of another kind than the program's."""
    if code not in vocabulary.stages() or code == kind:
        return None
    return Unacceptable(
        _("The code %(code)s is kept for templates of its own kind.") % {"code": code},
        remedy=_("Choose another code, or the kind of that name."),
    )


def _why_less(kind: str, stages: Sequence[StageRule]) -> Unacceptable | None:
    """Say which notice that a law asks for is left out, may be, or stands too short."""
    named = {stage.name: stage for stage in stages}
    for lawful in vocabulary.stages().get(kind, ()):
        mine = named.get(lawful.name)
        if not lawful.law:
            continue
        if mine is not None and mine.is_required and mine.least_days >= lawful.least_days:
            continue
        values = {"name": lawful.name, "days": lawful.least_days}
        return Unacceptable(
            _("The stage %(name)s must stand in it, for at least %(days)d days.") % values,
            remedy=_("Add it, or let it stand longer."),
            basis=statutes.citation_from_key(lawful.law),
        )
    return None


def _basis(template: DossierTemplate, on: date) -> Citation:
    return statutes.provision(BASIS[Kind(template.kind)], on=on)


def _template(record_id: int, by: Official) -> DossierTemplate:
    templates = DossierTemplate.objects.select_for_update().select_related("agency")
    return templates.get(pk=record_id, agency=by.agency)
