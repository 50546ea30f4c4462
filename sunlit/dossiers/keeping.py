"""Which templates of stages hold on a day: the agency's own, and those of the program."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from sunlit.dossiers import vocabulary
from sunlit.dossiers.models import DossierTemplate, Kind
from sunlit.dossiers.rules import StageRule
from sunlit.organization.models import Agency


@dataclass(frozen=True)
class Template:
    """A template in force: one that the agency keeps (`record`), or one of the program."""

    code: str
    kind: Kind
    name: str
    stages: Sequence[StageRule]
    record: DossierTemplate | None = None


def templates_kept(agency: Agency) -> QuerySet[DossierTemplate]:
    """Return every version of every template that an agency keeps, by code, the newest first."""
    return DossierTemplate.objects.filter(agency=agency).order_by("code", "-since")


def templates_in_force(agency: Agency, *, on: date) -> list[Template]:
    """Return the templates by which a dossier can be opened on a day.

    A template that the agency keeps under the code of one of the program stands in its place,
    until it is ended.
    """
    newest: dict[str, DossierTemplate] = {}
    for one in templates_kept(agency).filter(since__lte=on):
        newest.setdefault(one.code, one)
    own = {
        code: Template(code, Kind(one.kind), one.name, one.rules, one)
        for code, one in newest.items()
        if one.ended_on is None or one.ended_on > on
    }
    usual = {
        kind: Template(kind, Kind(kind), str(Kind(kind).label), stages)
        for kind, stages in vocabulary.stages().items()
        if kind not in own
    }
    return [*usual.values(), *own.values()]


def template_in_force(agency: Agency, code: str, *, on: date) -> Template | None:
    """Return the template of a code that holds on a day, if there is one."""
    return next((one for one in templates_in_force(agency, on=on) if one.code == code), None)


def is_newest(template: DossierTemplate) -> bool:
    """Say whether no later version of a template was set."""
    later = Q(agency=template.agency, code=template.code, since__gt=template.since)
    return not DossierTemplate.objects.filter(later).exists()
