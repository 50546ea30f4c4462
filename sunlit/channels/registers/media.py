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
from sunlit.design.columns import choice, day, number, quoted, text, yes_no
from sunlit.design.registers import ActAtDesk, Column, Field, Filter, Label, Register
from sunlit.organization.models import Official


def _placements(by: Official) -> QuerySet[Placement]:
    placements = Placement.objects.filter(agency=by.agency)
    related = placements.select_related("outlet", "office").prefetch_related("numbers")
    return related.order_by("-starts_on", "-code")


def _outlets(by: Official) -> QuerySet[MediaOutlet]:
    kept = MediaOutlet.objects.filter(agency=by.agency)
    return kept.annotate(appearances=Count("placements")).order_by("id")


def _numbers(by: Official) -> QuerySet[HotlineNumber]:
    numbers = HotlineNumber.objects.filter(agency=by.agency).annotate(times=Count("placements"))
    return numbers.select_related("leader", "office").order_by("id")


def _kinds(_by: Official) -> Sequence[tuple[str, Label]]:
    return list(PlacementKind.choices)


def _types(_by: Official) -> Sequence[tuple[str, Label]]:
    return list(OutletType.choices)


def _yes_no(_by: Official) -> Sequence[tuple[str, Label]]:
    return [("True", _("yes")), ("False", _("no"))]


def _announced(placement: Placement) -> str:
    numbers = sorted(placement.numbers.all(), key=lambda number: number.pk)
    return "、".join(f"{number.name} {number.number}" for number in numbers)


PLACEMENTS = Register(
    name="placements",
    label=_("Media placements"),
    intro=_("Special pages, columns, announcements and broadcasts, entered when they appear."),
    model=Placement,
    roles=KEEPERS,
    records=_placements,
    number=Field("code"),
    title=Field("title"),
    columns=(
        choice("kind", _("Kind")),
        quoted("outlet.name", _("Outlet")),
        day("starts_on", _("First day")),
        number("times", _("Times")),
    ),
    facts=(
        choice("kind", _("Kind")),
        quoted("outlet.name", _("Outlet")),
        quoted("column", _("Column")),
        day("starts_on", _("First day")),
        day("ends_on", _("Last day")),
        number("times", _("Times")),
        Column(label=_("Numbers announced"), value=_announced, kind="quoted"),
        quoted("office.name", _("Office")),
        quoted("related_news", _("Title of the related department news")),
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
    number=Field("name"),
    title=lambda outlet: outlet.get_type_display(),
    columns=(number("appearances", _("Placements")),),
    facts=(
        choice("type", _("Type")),
        number("appearances", _("Placements")),
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
    number=Field("code"),
    title=Field("name"),
    columns=(
        text("number", _("Phone number")),
        quoted("owner", _("Answered by")),
        quoted("hours", pgettext_lazy("hotline", "Hours")),
    ),
    facts=(
        text("number", _("Phone number")),
        quoted("owner", _("Answered by")),
        quoted("hours", pgettext_lazy("hotline", "Hours")),
        yes_no("is_on_website", _("On the website")),
        yes_no("is_on_street_signs", _("On street signs")),
        Column(
            label=_("Media placements"),
            value=Field("times"),
            kind="number",
        ),
        day("first_published_on", _("First published on")),
        day("last_published_on", _("Last published on")),
        day("withdrawn_on", pgettext_lazy("hotline", "Withdrawn on")),
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
