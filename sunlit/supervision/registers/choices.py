"""What the filters of the registers offer, and who may see them."""

from collections.abc import Callable, Sequence

from django.db.models import Model, QuerySet

from sunlit.design.registers import Label
from sunlit.organization.models import Office, Official, Role

Options = Sequence[tuple[str, Label]]

WATCHERS = frozenset({Role.CLERK, Role.SECTION_HEAD, Role.APPROVER, Role.SUPERVISOR_LIAISON})


def years_of(model: type[Model]) -> Callable[[Official], Options]:
    """Return the years that a yearly register has, newest first."""

    def years(by: Official) -> Options:
        kept = model._default_manager.filter(agency=by.agency).order_by("-year")
        return [(str(year), str(year)) for year in kept.values_list("year", flat=True).distinct()]

    return years


def offices(by: Official) -> Options:
    """Return the agency's offices."""
    kept = Office.objects.filter(agency=by.agency).order_by("code")
    return [(str(office.pk), office.name) for office in kept]


def words(records: QuerySet[Model], field: str) -> Options:
    """Return the words that stand in a field of some records, each once."""
    kept = records.order_by(field).values_list(field, flat=True).distinct()
    return [(str(word), str(word)) for word in kept]
