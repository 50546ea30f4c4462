"""What is typed in for the acts on the agency, its leaders and its offices."""

from django import forms
from django.core.validators import RegexValidator
from django.utils.translation import gettext_lazy as _

from sunlit.approvals.publicity.fields import CreditCodeField
from sunlit.desk.forms.fields import PARAGRAPH, AgencyForm, LeaderChoice
from sunlit.organization.models import Leader, OfficeKind
from sunlit.organization.models.agency import SITE_CODE

HOST = r"^(?!-)[A-Za-z0-9-]{1,63}(\.[A-Za-z0-9-]{1,63})*\.?$"


class DescribeAgencyForm(AgencyForm):
    """The agency's name, address and phones."""

    filled_in = (
        "name",
        "other_name",
        "credit_code",
        "address",
        "postcode",
        "supervision_phone",
        "foi_phone",
        "fax",
        "email",
        "complaint_phone",
        "hotline",
        "website",
    )
    name = forms.CharField(label=_("Name"), max_length=200)
    other_name = forms.CharField(label=_("Other name"), max_length=200, required=False)
    credit_code = CreditCodeField(
        label=_("Unified social credit code"),
        help_text=_("It stands in every row of dual publicity."),
    )
    address = forms.CharField(label=_("Address"), max_length=300, required=False)
    postcode = forms.CharField(label=_("Postcode"), max_length=16, required=False)
    supervision_phone = forms.CharField(
        label=_("Phone of those who supervise"), max_length=32, required=False
    )
    foi_phone = forms.CharField(
        label=_("Phone for information requests"), max_length=32, required=False
    )
    fax = forms.CharField(label=_("Fax"), max_length=32, required=False)
    email = forms.EmailField(
        label=_("E-mail address"),
        required=False,
        help_text=_("That of the disclosure office, never of a person."),
    )
    complaint_phone = forms.CharField(
        label=_("Phone for complaints"), max_length=32, required=False
    )
    hotline = forms.CharField(label=_("Hotline"), max_length=32, required=False)
    website = forms.CharField(label=_("Website"), max_length=300, required=False)


class MarkSiteForm(AgencyForm):
    """The marks of the public site."""

    filled_in = ("site_name", "site_code", "icp_number", "police_number", "site_host")
    site_name = forms.CharField(label=_("Name of the site"), max_length=200, required=False)
    site_code = forms.CharField(
        label=_("Site code"),
        max_length=10,
        required=False,
        help_text=_("Ten digits."),
        validators=[RegexValidator(SITE_CODE, _("A site code has ten digits."))],
    )
    icp_number = forms.CharField(label=_("ICP filing number"), max_length=64, required=False)
    police_number = forms.CharField(
        label=_("Public security filing number"), max_length=64, required=False
    )
    site_host = forms.CharField(
        label=_("Host name"),
        max_length=253,
        required=False,
        help_text=_("Under this name the site is this agency's; without http and without port."),
        validators=[RegexValidator(HOST, _("Write a host name, such as www.example.gov.cn."))],
    )


class DescribeLeaderForm(AgencyForm):
    """What a leading post is called and in charge of."""

    filled_in: tuple[str, ...] = ("title", "in_charge", "openness")
    title = forms.CharField(label=_("Title"), max_length=200, help_text=_("Never a person's name."))
    in_charge = forms.CharField(
        label=_("In charge of"), max_length=500, required=False, widget=PARAGRAPH
    )
    openness = forms.CharField(
        label=_("Part in open government"), max_length=500, required=False, widget=PARAGRAPH
    )


class AddLeaderForm(DescribeLeaderForm):
    """A new leading post."""

    filled_in = ()
    field_order = ("code", "title", "in_charge", "openness")
    code = forms.CharField(label=_("Code"), max_length=16)


class RenameOfficeForm(AgencyForm):
    """The name of an office."""

    filled_in = ("name",)
    name = forms.CharField(label=_("Name"), max_length=100)


class DescribeOfficeForm(AgencyForm):
    """Who heads an office, its phone and duty."""

    filled_in: tuple[str, ...] = ("head_post", "phone", "duty")
    head_post = forms.CharField(
        label=_("Post of its head"), max_length=100, help_text=_("Never a person's name.")
    )
    phone = forms.CharField(label=_("Phone"), max_length=32, required=False)
    duty = forms.CharField(label=_("Duty"), max_length=500, required=False, widget=PARAGRAPH)


class EstablishOfficeForm(DescribeOfficeForm):
    """A new office."""

    filled_in = ()
    field_order = ("code", "name", "kind", "leader", "head_post", "phone", "duty")
    code = forms.CharField(label=_("Code"), max_length=16)
    name = forms.CharField(label=_("Name"), max_length=100)
    kind = forms.TypedChoiceField(label=_("Kind"), choices=OfficeKind.choices, coerce=OfficeKind)
    leader = LeaderChoice(label=_("Leader in charge"), queryset=Leader.objects.none())


class ReassignOfficeForm(AgencyForm):
    """Who is in charge of an office."""

    filled_in = ("leader",)
    leader = LeaderChoice(label=_("Leader in charge"), queryset=Leader.objects.none())


class CloseOfficeForm(forms.Form):
    """Why an office ends."""

    reason = forms.CharField(
        label=_("Reason"),
        max_length=300,
        widget=PARAGRAPH,
        help_text=_("Name the document that decided it."),
    )
