"""The figures that boards, media, numbers, signs, events and the joined site can give."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from sunlit.channels import selectors
from sunlit.channels.models import (
    CampaignEvent,
    HotlineNumber,
    Integration,
    IntegrationStep,
    MediaOutlet,
    OutletType,
    Placement,
    PlacementKind,
    Posting,
    PostingKind,
    SharedColumn,
    StreetSign,
)
from sunlit.channels.models.media import PAGES_AND_COLUMNS
from sunlit.measures.registry import Amount, Face, Measure, Part, register
from sunlit.organization.models import Office

BASIS = "channels.publish"


def _posting(posting: Posting) -> Face:
    facts = ((_("kind"), posting.get_kind_display()), (_("board"), posting.board.name))
    return Face(
        id=posting.code,
        number=posting.code,
        title=posting.title,
        day=posting.posted_on,
        facts=facts,
    )


def _brigade(office: Office) -> Face:
    return Face(id=office.code, number=office.code, title=office.name)


def _outlet(outlet: MediaOutlet) -> Face:
    facts = ((_("type"), outlet.get_type_display()),)
    return Face(id=outlet.name, number=outlet.name, title="", facts=facts)


def _placement(placement: Placement) -> Face:
    facts = (
        (_("kind"), placement.get_kind_display()),
        (_("outlet"), placement.outlet.name),
        (_("times"), placement.times),
    )
    return Face(
        id=placement.code,
        number=placement.code,
        title=placement.title,
        day=placement.starts_on,
        facts=facts,
    )


def _number(number: HotlineNumber) -> Face:
    facts = ((_("phone number"), number.number), (_("answered by"), number.owner))
    return Face(
        id=number.code,
        number=number.code,
        title=number.name,
        day=number.first_published_on,
        facts=facts,
    )


def _sign(sign: StreetSign) -> Face:
    facts = (
        (_("complaint phone"), sign.complaint_phone),
        (_("responsible office"), sign.office.name if sign.office else ""),
    )
    return Face(
        id=sign.code, number=sign.code, title=sign.alley, day=sign.installed_on, facts=facts
    )


def _campaign_event(event: CampaignEvent) -> Face:
    facts = ((_("arches"), event.arches), (_("banners"), event.banners))
    return Face(
        id=event.code, number=event.code, title=event.name, day=event.starts_on, facts=facts
    )


def _integration(integration: Integration) -> Face:
    facts = (
        (_("office"), integration.office.name),
        (_("ways to search"), "、".join(integration.search_facets)),
    )
    number = str(integration.year)
    return Face(
        id=number,
        number=number,
        title=integration.project,
        day=integration.went_live_on,
        facts=facts,
    )


def _step(step: IntegrationStep) -> Face:
    number = f"{step.integration.year}-{step.position}"
    return Face(id=number, number=number, title=step.name, day=step.done_on)


def _column(column: SharedColumn) -> Face:
    number = f"{column.integration.year}/{column.name}"
    day = column.integration.went_live_on
    return Face(id=number, number=number, title=column.name, day=day)


_IN_MEDIA = {
    "outlet": Part("outlet__name", _("outlet")),
    "medium": Part("outlet__type", _("type"), OutletType),
    "number": Part("numbers__code", _("number announced")),
    "phone": Part("numbers__number", _("phone number")),
}

register(
    Measure(
        code="channels.board_postings",
        label=_("Postings on the board in the office building"),
        counts=_("papers posted in the year on the office building's board"),
        basis=BASIS,
        population=selectors.office_postings,
        face=_posting,
        parts={"kind": Part("kind", _("kind"), PostingKind)},
    ),
    Measure(
        code="channels.brigade_postings",
        label=_("Postings on the boards of brigades"),
        counts=_("papers posted in the year on the boards of brigades"),
        basis=BASIS,
        population=selectors.brigade_postings,
        face=_posting,
        parts={"kind": Part("kind", _("kind"), PostingKind)},
    ),
    Measure(
        code="channels.brigades_with_board",
        label=_("Brigades with a board"),
        counts=_("brigades on whose own board something was posted in the year"),
        basis=BASIS,
        population=selectors.brigades_with_board,
        face=_brigade,
    ),
    Measure(
        code="channels.brigades_with_both",
        label=_("Brigades that post promises and work"),
        counts=_("brigades on whose own board promises and work were both posted in the year"),
        basis=BASIS,
        population=selectors.brigades_with_both,
        face=_brigade,
    ),
    Measure(
        code="channels.media_outlets",
        label=_("Outlets with special pages or columns"),
        counts=_("outlets, not placements, that had a special page or a column in the year"),
        basis=BASIS,
        population=selectors.outlets_with_pages,
        face=_outlet,
    ),
    Measure(
        code="channels.placements",
        label=_("Appearances in the media"),
        counts=_("all that first appeared in an outlet in the year, of whatever form"),
        basis=BASIS,
        population=selectors.placements_of_year,
        face=_placement,
    ),
    Measure(
        code="channels.media_placements",
        label=_("Special pages and columns"),
        counts=_("special pages and columns that first appeared in the year"),
        basis=BASIS,
        population=selectors.placements_of_year,
        meets=Q(kind__in=PAGES_AND_COLUMNS),
        face=_placement,
        parts=_IN_MEDIA,
    ),
    Measure(
        code="channels.number_announcements",
        label=_("Announcements of numbers in the media"),
        counts=_("announcements of numbers that first appeared in the year"),
        basis=BASIS,
        population=selectors.placements_of_year,
        meets=Q(kind=PlacementKind.NUMBER_ANNOUNCEMENT),
        face=_placement,
        parts=_IN_MEDIA,
        amounts={"times": Amount("times", _("times"))},
    ),
    Measure(
        code="channels.numbers_announced",
        label=_("Numbers announced in the media"),
        counts=_("numbers that something in the media announced in the year"),
        basis=BASIS,
        population=selectors.numbers_announced,
        face=_number,
    ),
    Measure(
        code="channels.hotline_numbers",
        label=_("Numbers that the public may call"),
        counts=_("published numbers that could be called at the end of the year"),
        basis=BASIS,
        population=selectors.numbers_of_year,
        face=_number,
        parts={"phone": Part("number", _("phone number"))},
    ),
    Measure(
        code="channels.street_signs",
        label=_("Street signs"),
        counts=_("signs with complaint phone and responsible office, at the end of the year"),
        basis=BASIS,
        population=selectors.signs_of_year,
        meets=~Q(complaint_phone="") & Q(office__isnull=False),
        face=_sign,
    ),
    Measure(
        code="channels.signs_standing",
        label=_("Street signs standing"),
        counts=_("signs that stood at the end of the year, whatever is written on them"),
        basis=BASIS,
        population=selectors.signs_of_year,
        face=_sign,
    ),
    Measure(
        code="channels.signs_with_both_phones",
        label=_("Street signs with both phone numbers"),
        counts=_("signs with the complaint phone and the phone of the office responsible"),
        basis=BASIS,
        population=selectors.signs_of_year,
        meets=~Q(complaint_phone="") & Q(office__isnull=False) & ~Q(office_phone=""),
        face=_sign,
    ),
    Measure(
        code="channels.events",
        label=_("Campaign events"),
        counts=_("events with arches, banners and leaflets that began in the year"),
        basis=BASIS,
        population=selectors.campaign_events_of_year,
        face=_campaign_event,
        amounts={
            "arches": Amount("arches", _("arches")),
            "banners": Amount("banners", _("banners")),
        },
    ),
    Measure(
        code="channels.events_with_both",
        label=_("Campaign events with arches and banners"),
        counts=_("events that began in the year and had both arches and banners"),
        basis=BASIS,
        population=selectors.campaign_events_of_year,
        meets=Q(arches__gte=1, banners__gte=1),
        face=_campaign_event,
    ),
    Measure(
        code="channels.integrations",
        label=_("Sites joined with the government portal"),
        counts=_("work on the site that joined it with the government portal in the year"),
        basis=BASIS,
        population=selectors.integrations_live,
        meets=Q(is_integrated=True),
        face=_integration,
    ),
    Measure(
        code="channels.catalogue_upgrades",
        label=_("Upgrades of the catalogue system"),
        counts=_("work on the site by which the catalogue system was upgraded in the year"),
        basis=BASIS,
        population=selectors.integrations_live,
        meets=Q(is_catalogue_upgraded=True),
        face=_integration,
    ),
    Measure(
        code="channels.searchable_sites",
        label=_("Sites that can be searched in several ways"),
        counts=_("work on the site that gave the public ways to search in the year"),
        basis=BASIS,
        population=selectors.integrations_live,
        meets=~Q(search_facets=[]),
        face=_integration,
    ),
    Measure(
        code="channels.integration_steps",
        label=_("Steps of joining the sites"),
        counts=_("steps of joining the site with the government portal done in the year"),
        basis=BASIS,
        population=selectors.integration_steps_of_year,
        face=_step,
    ),
    Measure(
        code="channels.shared_columns",
        label=_("Columns shared with the government portal"),
        counts=_("columns that came to be published once and seen on both sites in the year"),
        basis=BASIS,
        population=selectors.columns_shared,
        face=_column,
    ),
)
