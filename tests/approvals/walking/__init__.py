"""Walks real cases through the official acts, over every way of their flow charts.

A way yields its case at every place where it stands, with the act just done and the day on which
it could be handled next. The acts are the services themselves, done by one official who has every
role; a hearing is presided over by an official of another office.
"""

from collections.abc import Iterator
from datetime import date
from functools import partial
from typing import Any

from sunlit.organization.models import Official
from tests.approvals.walking import of_coercion, of_licences, of_penalties
from tests.approvals.walking.walk import Place, Walk, tasks, tasks_done

__all__ = ["FIRST_DAYS", "WAYS", "Place", "Walk", "places", "tasks", "tasks_done"]

FIRST_DAYS = (date(2012, 6, 7), date(2024, 3, 7))
"""Two Thursdays, under the laws of 2012 and of 2024."""
Way = Any
"""A function of a walk that does the acts and yields the places."""
LICENCE = ("license_ordinary", "licence-cases")
ORDINARY = ("penalty_ordinary", "penalty-cases")
HEARING = ("penalty_hearing", "penalty-cases")
SIMPLE = ("penalty_simple", "penalty-cases")
COERCION = ("coercion", "coercion-cases")
WAYS: tuple[tuple[str, str, Way], ...] = (
    (*LICENCE, of_licences.licence),
    (*LICENCE, partial(of_licences.licence, is_granted=False)),
    (*LICENCE, partial(of_licences.licence, supplemented=True)),
    (*LICENCE, partial(of_licences.licence, party=True)),
    (*LICENCE, of_licences.declined),
    (*LICENCE, of_licences.abandoned),
    (*LICENCE, of_licences.withdrawn),
    (*ORDINARY, of_penalties.ordinary),
    (*ORDINARY, partial(of_penalties.ordinary, preserved=True, defended=True)),
    (*ORDINARY, partial(of_penalties.ordinary, discussed=True, unpaid=True)),
    (*ORDINARY, partial(of_penalties.ended, name="drop")),
    (*ORDINARY, partial(of_penalties.ended, name="transfer")),
    (*ORDINARY, of_penalties.turned_to_hearing),
    (*HEARING, of_penalties.hearing),
    (*HEARING, partial(of_penalties.hearing, is_asked_for=False, unpaid=True)),
    (*SIMPLE, partial(of_penalties.simple, on_the_spot=True)),
    (*SIMPLE, partial(of_penalties.simple, on_the_spot=False)),
    (*SIMPLE, of_penalties.waived),
    (*COERCION, of_coercion.demolition),
    (*COERCION, partial(of_coercion.demolition, contested=True)),
    (*COERCION, of_coercion.stopped),
)


def places(by: Official, presider: Official) -> Iterator[Place]:
    """Yield every place of every way under each law."""
    for since in FIRST_DAYS:
        for procedure, register, way in WAYS:
            walk = Walk(
                procedure=procedure, register=register, by=by, presider=presider, since=since
            )
            yield from way(walk)
