"""The registers of street signs and campaign events."""

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from sunlit.channels import forms, policies, services
from sunlit.channels.models import CampaignEvent, StreetSign
from sunlit.channels.registers.choices import KEEPERS, offices, subdistricts, years_of
from sunlit.channels.waiting import signs_unseen
from sunlit.design.registers import ActAtDesk, Column, Filter, Register
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
    number=lambda sign: sign.code,
    title=lambda sign: sign.alley,
    columns=(
        Column(label=_("Subdistrict"), value=lambda sign: sign.subdistrict.name, kind="quoted"),
        Column(
            label=_("Responsible office"),
            value=lambda sign: sign.office and sign.office.name,
            kind="quoted",
        ),
        Column(label=_("Last inspected on"), value=lambda sign: sign.checked_on, kind="day"),
        Column(
            label=pgettext_lazy("street sign", "Condition"),
            value=lambda sign: sign.condition,
            kind="quoted",
        ),
    ),
    facts=(
        Column(label=_("Subdistrict"), value=lambda sign: sign.subdistrict.name, kind="quoted"),
        Column(label=_("Zone"), value=lambda sign: sign.zone.name, kind="quoted"),
        Column(label=_("Complaint phone"), value=lambda sign: sign.complaint_phone),
        Column(
            label=_("Responsible office"),
            value=lambda sign: sign.office and sign.office.name,
            kind="quoted",
        ),
        Column(label=_("Phone of the responsible office"), value=lambda sign: sign.office_phone),
        Column(label=_("Cleaned by"), value=lambda sign: sign.cleaned_by, kind="quoted"),
        Column(label=_("Size"), value=lambda sign: sign.size, kind="quoted"),
        Column(label=_("Site announced on"), value=lambda sign: sign.site_announced_on, kind="day"),
        Column(label=_("Installed on"), value=lambda sign: sign.installed_on, kind="day"),
        Column(label=_("Last inspected on"), value=lambda sign: sign.checked_on, kind="day"),
        Column(
            label=pgettext_lazy("street sign", "Condition"),
            value=lambda sign: sign.condition,
            kind="quoted",
        ),
        Column(label=_("Removed on"), value=lambda sign: sign.removed_on, kind="day"),
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
    number=lambda event: event.code,
    title=lambda event: event.name,
    columns=(
        Column(label=_("First day"), value=lambda event: event.starts_on, kind="day"),
        Column(label=_("Venue"), value=lambda event: event.venue, kind="quoted"),
        Column(label=_("Arches"), value=lambda event: event.arches, kind="number"),
        Column(label=_("Banners"), value=lambda event: event.banners, kind="number"),
    ),
    facts=(
        Column(label=_("Venue"), value=lambda event: event.venue, kind="quoted"),
        Column(label=_("First day"), value=lambda event: event.starts_on, kind="day"),
        Column(label=_("Last day"), value=lambda event: event.ends_on, kind="day"),
        Column(label=_("Arches"), value=lambda event: event.arches, kind="number"),
        Column(label=_("Banners"), value=lambda event: event.banners, kind="number"),
        Column(label=_("Leaflets"), value=lambda event: event.leaflets, kind="number"),
        Column(label=_("Office"), value=lambda event: event.office.name, kind="quoted"),
        Column(label=_("Note"), value=lambda event: event.note, kind="quoted"),
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
