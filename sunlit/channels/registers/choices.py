"""What the filters of the registers offer, and who may see them."""

from collections.abc import Callable, Sequence

from django.db.models import Model

from sunlit.channels.models import MediaOutlet
from sunlit.design.registers import Label
from sunlit.organization.models import Office, Official, Role, Subdistrict

Options = Sequence[tuple[str, Label]]

KEEPERS = frozenset({Role.CLERK, Role.SECTION_HEAD, Role.APPROVER, Role.HOTLINE_OPERATOR,
                     Role.INVESTIGATOR, Role.SUPERVISOR_LIAISON})  # fmt: skip


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


def subdistricts(by: Official) -> Options:
    """Return the city's subdistricts."""
    kept = Subdistrict.objects.filter(agency=by.agency).order_by("id")
    return [(str(one.pk), one.name) for one in kept]


def outlets(by: Official) -> Options:
    """Return the media outlets on the agency's list."""
    kept = MediaOutlet.objects.filter(agency=by.agency).order_by("id")
    return [(str(outlet.pk), outlet.name) for outlet in kept]
