"""Who answers for what: the leaders, the leading group, the offices, each with its four levels."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from django.views.decorators.http import require_safe

from sunlit.channels.selectors import signs_standing
from sunlit.design import pieces
from sunlit.design.answering import NOBODY, answering_stations, holders_of
from sunlit.disclosure.selectors import published_items
from sunlit.organization.models import (
    Agency,
    DutyLevel,
    Leader,
    LeadingGroup,
    Office,
    OfficeKind,
    SeatRole,
)
from sunlit.organization.selectors import (
    Chain,
    Link,
    chain_of,
    chains,
    leading_group,
    office_day,
)
from sunlit.portal import meta
from sunlit.portal.views.reading import agency_or_404, known
from sunlit.powers.selectors import powers_in_force

NAME = _("The organisation")
LEAD = _("Who leads, who is in charge, which office answers, and who carries it out.")
KINDS = {
    OfficeKind.SECTION: _("Sections"),
    OfficeKind.AFFILIATE: _("Affiliated units"),
    OfficeKind.BRIGADE: _("Enforcement brigades"),
}
NEWEST_ITEMS = 10


@require_safe
def organization(request: HttpRequest) -> HttpResponse:
    """Show the agency's leaders, its leading group, and every office with who answers for it."""
    agency, today = agency_or_404(request), office_day()
    group = leading_group(agency, on=today)
    found = chains(agency, on=today)
    context = {
        "name": NAME,
        "lead": LEAD,
        "agency": agency,
        "group": group,
        "group_facts": known(_group_facts(group)) if group else [],
        "leaders": _leaders(agency),
        "leader_columns": [
            pgettext_lazy("post", "Leader"),
            _("In charge of"),
            _("Part in open government"),
        ],
        "offices": [
            (label, _rows([chain for chain in found if chain.office.kind == kind]))
            for kind, label in KINDS.items()
        ],
        "columns": [
            _("Office"),
            *(capfirst(level.label) for level in DutyLevel if level != DutyLevel.HEAD),
            pieces.Column(_("Phone"), short=True),
        ],
        "meta": meta.of_column(NAME, LEAD),
    }
    return render(request, "portal/organization.html", context)


@require_safe
def office(request: HttpRequest, code: str) -> HttpResponse:
    """Show one office: what it does, who answers for it at the four levels, what it handles."""
    agency, today = agency_or_404(request), office_day()
    one = get_object_or_404(
        Office.objects.select_related("leader", "zone"), agency=agency, code=code
    )
    items = published_items(agency).filter(office=one)
    context = {
        "name": NAME,
        "office": one,
        "facts": known(_facts(one)),
        "stations": [] if one.closed_on else answering_stations(chain_of(one, on=today)),
        "powers": powers_in_force(agency, on=today).filter(office_name=one.name).count(),
        "signs": signs_standing(agency, on=today).filter(office=one).count(),
        "items": items.order_by("-published_on", "code")[:NEWEST_ITEMS],
        "item_count": items.count(),
        "meta": meta.of_column(one.name, one.duty or LEAD),
    }
    return render(request, "portal/office.html", context)


def _group_facts(group: LeadingGroup) -> list[tuple[object, object]]:
    titles: dict[str, list[str]] = {}
    for seat in group.seats.all():
        titles.setdefault(seat.role, []).append(seat.title)
    return [
        (capfirst(SeatRole.CHAIR.label), titles.get(SeatRole.CHAIR, [])),
        (capfirst(SeatRole.VICE_CHAIR.label), titles.get(SeatRole.VICE_CHAIR, [])),
        (_("Members"), "、".join(titles.get(SeatRole.MEMBER, []))),
        (_("Its office"), group.office_name),
        (_("Director of its office"), group.office_director),
        (_("Phone"), _call(group.office_phone)),
        (_("Adjusted on"), group.adjusted_on),
        (_("By document"), group.adjusting_document),
    ]


def _leaders(agency: Agency) -> list[list[object]]:
    leaders = Leader.objects.filter(agency=agency).order_by("code")
    return [[leader.title, leader.in_charge, leader.openness] for leader in leaders]


def _rows(found: list[Chain]) -> list[list[object]]:
    return [
        [
            pieces.Cell(chain.office.name, url=chain.office.get_absolute_url()),
            *(_level(link) for link in chain.links if link.level != DutyLevel.HEAD),
            chain.office.phone,
        ]
        for chain in found
    ]


def _level(link: Link) -> object:
    if link.is_gap:
        return pieces.Cell(NOBODY, state="late")
    return holders_of(link)


def _call(number: str) -> object:
    return pieces.Cell(number, url=f"tel:{number}") if number else None


def _facts(one: Office) -> list[tuple[object, object]]:
    return [
        (_("Kind"), one.get_kind_display()),
        (pgettext_lazy("office", "Duty"), one.duty),
        (_("Phone"), _call(one.phone)),
        (_("Area"), "、".join(one.area)),
        (_("Established on"), one.established_on),
        (pgettext_lazy("office", "Closed on"), one.closed_on),
    ]
