"""The registers of placements, outlets and hotline numbers."""

from collections.abc import Sequence

from django.db.models import Count, QuerySet
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from sunlit.channels import forms, policies, services
from sunlit.channels.models import (
    HotlineNumber,
    MediaOutlet,
    OutletType,
    Placement,
    PlacementKind,
)
from sunlit.channels.registers.choices import KEEPERS, offices, outlets, years_of
from sunlit.design.registers import ActAtDesk, Column, Filter, Label, Register
from sunlit.organization.models import Official


def _placements(by: Official) -> QuerySet[Placement]:
    placements = Placement.objects.filter(agency=by.agency)
    return placements.select_related("outlet", "office").order_by("-starts_on", "-code")


def _outlets(by: Official) -> QuerySet[MediaOutlet]:
    kept = MediaOutlet.objects.filter(agency=by.agency)
    return kept.annotate(appearances=Count("placements")).order_by("id")


def _numbers(by: Official) -> QuerySet[HotlineNumber]:
    numbers = HotlineNumber.objects.filter(agency=by.agency)
    return numbers.select_related("leader", "office").order_by("id")


def _kinds(_by: Official) -> Sequence[tuple[str, Label]]:
    return list(PlacementKind.choices)


def _types(_by: Official) -> Sequence[tuple[str, Label]]:
    return list(OutletType.choices)


def _yes_no(_by: Official) -> Sequence[tuple[str, Label]]:
    return [("True", _("yes")), ("False", _("no"))]


def _announced(placement: Placement) -> str:
    numbers = placement.numbers.order_by("id").values_list("name", "number")
    return "、".join(f"{name} {number}" for name, number in numbers)


PLACEMENTS = Register(
    name="placements",
    label=_("Media placements"),
    intro=_("Special pages, columns, announcements and broadcasts, entered when they appear."),
    model=Placement,
    roles=KEEPERS,
    records=_placements,
    number=lambda placement: placement.code,
    title=lambda placement: placement.title,
    columns=(
        Column(label=_("Kind"), value=lambda placement: placement.get_kind_display()),
        Column(label=_("Outlet"), value=lambda placement: placement.outlet.name, kind="quoted"),
        Column(label=_("First day"), value=lambda placement: placement.starts_on, kind="day"),
        Column(label=_("Times"), value=lambda placement: placement.times, kind="number"),
    ),
    facts=(
        Column(label=_("Kind"), value=lambda placement: placement.get_kind_display()),
        Column(label=_("Outlet"), value=lambda placement: placement.outlet.name, kind="quoted"),
        Column(label=_("Column"), value=lambda placement: placement.column, kind="quoted"),
        Column(label=_("First day"), value=lambda placement: placement.starts_on, kind="day"),
        Column(label=_("Last day"), value=lambda placement: placement.ends_on, kind="day"),
        Column(label=_("Times"), value=lambda placement: placement.times, kind="number"),
        Column(label=_("Numbers announced"), value=_announced, kind="quoted"),
        Column(label=_("Office"), value=lambda placement: placement.office.name, kind="quoted"),
        Column(
            label=_("Title of the related department news"),
            value=lambda placement: placement.related_news,
            kind="quoted",
        ),
    ),
    filters=(
        Filter(name="year", label=_("Year"), lookup="year", choices=years_of(Placement)),
        Filter(name="outlet", label=_("Outlet"), lookup="outlet", choices=outlets),
        Filter(name="kind", label=_("Kind"), lookup="kind", choices=_kinds),
        Filter(name="office", label=_("Office"), lookup="office", choices=offices),
    ),
    searched=("code", "title", "column"),
    opening=(
        ActAtDesk(
            name="record",
            label=_("Record a media placement"),
            basis="channels.publish",
            do=services.record_placement,
            form=forms.PlacementForm,
            why_not=policies.why_not_keep,
            done=_("The media placement has been recorded."),
        ),
    ),
)

OUTLETS = Register(
    name="outlets",
    label=_("Media outlets"),
    intro=_("Newspapers, stations and websites in which the agency appears."),
    model=MediaOutlet,
    roles=KEEPERS,
    records=_outlets,
    number=lambda outlet: outlet.name,
    title=lambda outlet: outlet.get_type_display(),
    columns=(
        Column(label=_("Placements"), value=lambda outlet: outlet.appearances, kind="number"),
    ),
    facts=(
        Column(label=_("Type"), value=lambda outlet: outlet.get_type_display()),
        Column(label=_("Placements"), value=lambda outlet: outlet.appearances, kind="number"),
    ),
    filters=(Filter(name="type", label=_("Type"), lookup="type", choices=_types),),
    searched=("name",),
    opening=(
        ActAtDesk(
            name="list",
            label=_("List an outlet"),
            basis="channels.publish",
            do=services.list_outlet,
            form=forms.OutletForm,
            why_not=policies.why_not_keep,
            done=_("The outlet is on the list."),
        ),
    ),
)

NUMBERS = Register(
    name="hotline-numbers",
    label=_("Hotline numbers"),
    intro=_("The numbers that the public may call, and who answers."),
    model=HotlineNumber,
    roles=KEEPERS,
    records=_numbers,
    number=lambda number: number.code,
    title=lambda number: number.name,
    columns=(
        Column(label=_("Phone number"), value=lambda number: number.number),
        Column(label=_("Answered by"), value=lambda number: number.owner, kind="quoted"),
        Column(
            label=pgettext_lazy("hotline", "Hours"),
            value=lambda number: number.hours,
            kind="quoted",
        ),
    ),
    facts=(
        Column(label=_("Phone number"), value=lambda number: number.number),
        Column(label=_("Answered by"), value=lambda number: number.owner, kind="quoted"),
        Column(
            label=pgettext_lazy("hotline", "Hours"),
            value=lambda number: number.hours,
            kind="quoted",
        ),
        Column(label=_("On the website"), value=lambda number: number.is_on_website, kind="yes_no"),
        Column(
            label=_("On street signs"),
            value=lambda number: number.is_on_street_signs,
            kind="yes_no",
        ),
        Column(
            label=_("Media placements"),
            value=lambda number: number.placements.count(),
            kind="number",
        ),
        Column(
            label=_("First published on"),
            value=lambda number: number.first_published_on,
            kind="day",
        ),
        Column(
            label=_("Last published on"), value=lambda number: number.last_published_on, kind="day"
        ),
        Column(
            label=pgettext_lazy("hotline", "Withdrawn on"),
            value=lambda number: number.withdrawn_on,
            kind="day",
        ),
    ),
    filters=(
        Filter(
            name="on_signs",
            label=_("On street signs"),
            lookup="is_on_street_signs",
            choices=_yes_no,
        ),
        Filter(name="office", label=_("Office"), lookup="office", choices=offices),
    ),
    searched=("code", "name", "number"),
)

REGISTERS = (PLACEMENTS, OUTLETS, NUMBERS)
