"""The registers of street signs and campaign events."""

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from sunlit.channels import forms, policies, services
from sunlit.channels.models import CampaignEvent, StreetSign
from sunlit.channels.registers.choices import KEEPERS, offices, subdistricts, years_of
from sunlit.channels.waiting import signs_unseen
from sunlit.design.columns import day, number, quoted, text
from sunlit.design.registers import ActAtDesk, Field, Filter, Register
from sunlit.organization.models import Official


def _signs(by: Official) -> QuerySet[StreetSign]:
    signs = StreetSign.objects.filter(agency=by.agency)
    return signs.select_related("subdistrict", "zone", "office").order_by("code")


def _campaign_events(by: Official) -> QuerySet[CampaignEvent]:
    held = CampaignEvent.objects.filter(agency=by.agency)
    return held.select_related("office").order_by("-starts_on", "-code")


SIGNS = Register(
    name="street-signs",
    label=_("Street signs"),
    intro=_("Signs in the alleys that name the office that answers and the number to call."),
    model=StreetSign,
    roles=KEEPERS,
    records=_signs,
    number=Field("code"),
    title=Field("alley"),
    columns=(
        quoted("subdistrict.name", _("Subdistrict")),
        quoted("office.name", _("Responsible office")),
        day("checked_on", _("Last inspected on")),
        quoted("condition", pgettext_lazy("street sign", "Condition")),
    ),
    facts=(
        quoted("subdistrict.name", _("Subdistrict")),
        quoted("zone.name", _("Zone")),
        text("complaint_phone", _("Complaint phone")),
        quoted("office.name", _("Responsible office")),
        text("office_phone", _("Phone of the responsible office")),
        quoted("cleaned_by", _("Cleaned by")),
        quoted("size", _("Size")),
        day("site_announced_on", _("Site announced on")),
        day("installed_on", _("Installed on")),
        day("checked_on", _("Last inspected on")),
        quoted("condition", pgettext_lazy("street sign", "Condition")),
        day("removed_on", _("Removed on")),
    ),
    filters=(
        Filter(
            name="subdistrict", label=_("Subdistrict"), lookup="subdistrict", choices=subdistricts
        ),
        Filter(name="office", label=_("Responsible office"), lookup="office", choices=offices),
    ),
    searched=("code", "alley", "condition"),
    waiting=signs_unseen,
    acts=(
        ActAtDesk(
            name="inspect",
            label=_("Inspect"),
            basis="channels.publish",
            do=services.inspect_sign,
            form=forms.InspectSignForm,
            why_not=policies.why_not_inspect,
            done=_("The condition of the sign has been recorded."),
        ),
    ),
)

CAMPAIGN_EVENTS = Register(
    name="campaign-events",
    label=_("Campaign events"),
    intro=_("Large events with arches, banners and leaflets, at which open government is shown."),
    model=CampaignEvent,
    roles=KEEPERS,
    records=_campaign_events,
    number=Field("code"),
    title=Field("name"),
    columns=(
        day("starts_on", _("First day")),
        quoted("venue", _("Venue")),
        number("arches", _("Arches")),
        number("banners", _("Banners")),
    ),
    facts=(
        quoted("venue", _("Venue")),
        day("starts_on", _("First day")),
        day("ends_on", _("Last day")),
        number("arches", _("Arches")),
        number("banners", _("Banners")),
        number("leaflets", _("Leaflets")),
        quoted("office.name", _("Office")),
        quoted("note", _("Note")),
    ),
    filters=(
        Filter(name="year", label=_("Year"), lookup="year", choices=years_of(CampaignEvent)),
        Filter(name="office", label=_("Office"), lookup="office", choices=offices),
    ),
    searched=("code", "name", "venue"),
    opening=(
        ActAtDesk(
            name="record",
            label=_("Record a campaign event"),
            basis="channels.publish",
            do=services.record_campaign_event,
            form=forms.CampaignEventForm,
            why_not=policies.why_not_keep,
            done=_("The campaign event has been recorded."),
        ),
    ),
)

REGISTERS = (SIGNS, CAMPAIGN_EVENTS)
