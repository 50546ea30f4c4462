"""The registers of the agency itself, its leaders and its offices."""

from collections.abc import Sequence
from datetime import date

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from sunlit.design.columns import choice, day, listed, quoted, text
from sunlit.design.registers import (
    ActAtDesk,
    Column,
    Field,
    Filter,
    Label,
    Register,
    all_registers,
    register,
)
from sunlit.desk.forms import offices as forms
from sunlit.organization import pending
from sunlit.organization.models import Agency, Leader, Office, OfficeKind, Official, Role
from sunlit.organization.policies import organization as policies
from sunlit.organization.services import answering, offices

EVERYBODY = frozenset(Role)


def _agency(by: Official) -> QuerySet[Agency]:
    return Agency.objects.filter(pk=by.agency_id).order_by("id")


def _leaders(by: Official) -> QuerySet[Leader]:
    return Leader.objects.filter(agency=by.agency).prefetch_related("offices").order_by("code")


def _offices(by: Official) -> QuerySet[Office]:
    return Office.objects.filter(agency=by.agency).select_related("leader").order_by("code")


def _kinds(_by: Official) -> Sequence[tuple[str, Label]]:
    return [(kind.value, kind.label) for kind in OfficeKind]


def _standing(_by: Official) -> Sequence[tuple[str, Label]]:
    return [("True", _("at work")), ("False", pgettext_lazy("office", "closed"))]


def _state(office: Office) -> tuple[str, Label]:
    if office.closed_on:
        return "neutral", pgettext_lazy("office", "closed")
    return "done", _("at work")


def _led(leader: Leader) -> str:
    return "、".join(office.name for office in leader.offices.all() if office.closed_on is None)


def open_matters(office: Office, on: date) -> int:
    """Return how many records, in all registers, wait for an office."""
    return sum(
        1
        for one in all_registers().values()
        if one.waiting
        for waiting in one.waiting(office.agency, on)
        if waiting.office == office
    )


pending.register(open_matters)

register(
    Register(
        name="the-agency",
        label=_("The agency"),
        intro=_("The agency's name, address and phones, and the marks of its public site."),
        model=Agency,
        roles=EVERYBODY,
        records=_agency,
        number=Field("code"),
        title=Field("name"),
        columns=(quoted("address", _("Address")), text("site_host", _("Host name"))),
        facts=(
            quoted("name", _("Name")),
            quoted("other_name", _("Other name")),
            text("credit_code", _("Unified social credit code")),
            text("index_code", _("Agency part of the index number")),
            quoted("address", _("Address")),
            text("postcode", _("Postcode")),
            text("supervision_phone", _("Phone of those who supervise")),
            text("foi_phone", _("Phone for information requests")),
            text("fax", _("Fax")),
            text("email", _("E-mail address")),
            text("complaint_phone", _("Phone for complaints")),
            text("hotline", _("Hotline")),
            text("website", _("Website")),
            quoted("site_name", _("Name of the site")),
            text("site_code", _("Site code")),
            quoted("icp_number", _("ICP filing number")),
            quoted("police_number", _("Public security filing number")),
            text("site_host", _("Host name")),
        ),
        acts=(
            ActAtDesk(
                name="describe",
                label=_("Describe the agency"),
                basis="organization.duty",
                do=offices.describe_agency,
                form=forms.DescribeAgencyForm,
                why_not=policies.why_not_administer,
                done=_("The agency has been described."),
            ),
            ActAtDesk(
                name="mark-site",
                label=_("Mark the public site"),
                basis="organization.duty",
                do=offices.mark_site,
                form=forms.MarkSiteForm,
                why_not=policies.why_not_administer,
                done=_("The public site has its marks."),
            ),
        ),
    ),
    Register(
        name="leaders",
        label=_("Leaders"),
        intro=_("The leading posts, what each is in charge of, and which offices it leads."),
        model=Leader,
        roles=EVERYBODY,
        records=_leaders,
        number=Field("code"),
        title=Field("title"),
        columns=(
            quoted("in_charge", _("In charge of")),
            Column(label=_("Offices"), value=_led, kind="quoted"),
        ),
        facts=(
            quoted("title", _("Title")),
            quoted("in_charge", _("In charge of")),
            quoted("openness", _("Part in open government")),
            Column(label=_("Offices"), value=_led, kind="quoted"),
        ),
        searched=("code", "title", "in_charge"),
        acts=(
            ActAtDesk(
                name="describe",
                label=_("Describe the post"),
                basis="organization.duty",
                do=offices.describe_leader,
                form=forms.DescribeLeaderForm,
                why_not=policies.why_not_administer,
                done=_("The leading post has been described."),
            ),
        ),
        opening=(
            ActAtDesk(
                name="add",
                label=_("Add a leading post"),
                basis="organization.duty",
                do=offices.add_leader,
                form=forms.AddLeaderForm,
                why_not=policies.why_not_administer,
                done=_("The leading post has been added."),
            ),
        ),
    ),
    Register(
        name="offices",
        label=_("Offices"),
        intro=_("The parts of the agency: who heads them, who leads them, how to reach them."),
        model=Office,
        roles=EVERYBODY,
        records=_offices,
        number=Field("code"),
        title=Field("name"),
        columns=(
            choice("kind", _("Kind")),
            quoted("head_post", _("Head")),
            text("phone", _("Phone")),
            Column(label=_("State"), value=_state, kind="state"),
        ),
        facts=(
            choice("kind", _("Kind")),
            quoted("head_post", _("Head")),
            quoted("leader.title", _("Leader in charge")),
            text("phone", _("Phone")),
            quoted("duty", _("Duty")),
            listed("area", _("Area")),
            day("established_on", _("Established on")),
            day("closed_on", pgettext_lazy("office", "Closed on")),
        ),
        filters=(
            Filter(name="kind", label=_("Kind"), lookup="kind", choices=_kinds),
            Filter(name="state", label=_("State"), lookup="closed_on__isnull", choices=_standing),
        ),
        searched=("code", "name"),
        acts=(
            ActAtDesk(
                name="rename",
                label=_("Rename"),
                basis="organization.duty",
                do=offices.rename_office,
                form=forms.RenameOfficeForm,
                why_not=policies.why_not_change_office,
                done=_("The office has another name."),
            ),
            ActAtDesk(
                name="describe",
                label=_("Change head, phone or duty"),
                basis="organization.duty",
                do=offices.describe_office,
                form=forms.DescribeOfficeForm,
                why_not=policies.why_not_change_office,
                done=_("The office has been described."),
            ),
            ActAtDesk(
                name="reassign",
                label=_("Put another leader in charge"),
                basis="organization.duty",
                do=offices.reassign_office,
                form=forms.ReassignOfficeForm,
                why_not=policies.why_not_change_office,
                done=_("Another leader is in charge."),
            ),
            ActAtDesk(
                name="appoint-officer",
                label=_("Appoint its information officer"),
                basis="organization.duty",
                do=answering.appoint_officer,
                why_not=policies.why_not_appoint_officer,
                done=_("The office has an information officer."),
            ),
            ActAtDesk(
                name="close",
                label=_("Close the office"),
                basis="organization.duty",
                do=offices.close_office,
                form=forms.CloseOfficeForm,
                why_not=policies.why_not_close_office,
                done=_("The office is closed. Its records stay."),
            ),
        ),
        opening=(
            ActAtDesk(
                name="establish",
                label=_("Establish an office"),
                basis="organization.duty",
                do=offices.establish_office,
                form=forms.EstablishOfficeForm,
                why_not=policies.why_not_administer,
                done=_("The office has been established."),
            ),
        ),
    ),
)
