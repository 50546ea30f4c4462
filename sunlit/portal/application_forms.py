"""What an applicant types on the web, step by step, and what whoever follows a case types."""

import base64
import binascii
import re
from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from sunlit.approvals import certificates
from sunlit.approvals.models import PartyKind
from sunlit.files.cleaning import clean
from sunlit.kernel.refusals import Refused
from sunlit.organization.models import Agency, Subdistrict, Zone

PHONE = re.compile(r"\+?[\d][\d \-]{5,24}")
MOST_CO_APPLICANTS = 20
DRAWN = "data:image/png;base64,"
LONGEST_DRAWING = 300_000


class WhatForm(forms.Form):
    """The first step: what is applied for, and where."""

    content = forms.CharField(
        label=_("What you apply for"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_("What, how large, from when to when. In your own words."),
    )
    place = forms.CharField(
        label=_("Where"),
        max_length=300,
        help_text=_("Street and number, or what stands beside it."),
    )
    zone = forms.ModelChoiceField(
        label=_("Zone"), queryset=Zone.objects.none(), required=False, empty_label=_("Not sure")
    )
    subdistrict = forms.ModelChoiceField(
        label=_("Subdistrict"),
        queryset=Subdistrict.objects.none(),
        required=False,
        empty_label=_("Not sure"),
    )

    def __init__(self, data: Mapping[str, Any] | None = None, *, agency: Agency) -> None:
        super().__init__(data)
        self.website = str((data or {}).get("website", ""))
        zones, subdistricts = self.fields["zone"], self.fields["subdistrict"]
        zones.queryset = Zone.objects.filter(agency=agency).order_by("code")  # type: ignore[attr-defined]
        subdistricts.queryset = Subdistrict.objects.filter(agency=agency).order_by("id")  # type: ignore[attr-defined]
        zones.label_from_instance = subdistricts.label_from_instance = _name  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """Refuse what filled in the field that no person sees."""
        if self.website:
            raise forms.ValidationError(
                gettext("A hidden field was filled in. Leave it empty and send the form again.")
            )
        return super().clean() or {}


class WhoForm(forms.Form):
    """The second step: who applies, and how to reach them."""

    applicant_kind = forms.ChoiceField(
        label=_("Who applies"), choices=PartyKind.choices, widget=forms.RadioSelect
    )
    applicant = forms.CharField(
        label=_("Name"),
        max_length=200,
        help_text=_("As on the identity card or the business licence."),
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    certificate = forms.CharField(
        label=_("Number of the certificate"),
        max_length=64,
        help_text=_(
            "Of the identity card or the business licence. It is kept encrypted; only officials "
            "who handle the case can open it, and it is never published."
        ),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    phone = forms.CharField(
        label=_("Telephone"),
        max_length=32,
        help_text=_("Only the service window sees it."),
        widget=forms.TextInput(attrs={"type": "tel", "autocomplete": "tel"}),
    )
    address = forms.CharField(
        label=_("Postal address"),
        max_length=300,
        required=False,
        help_text=_("Where letters reach you."),
        widget=forms.TextInput(attrs={"autocomplete": "street-address"}),
    )
    co_applicants = forms.CharField(
        label=_("Applying with you"),
        max_length=2000,
        required=False,
        help_text=_("The names of others who apply together with you, one on each line."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    agent = forms.CharField(
        label=_("Agent"),
        max_length=200,
        required=False,
        help_text=_("Whoever hands this in for the applicant; attach the authorisation."),
    )
    agent_phone = forms.CharField(
        label=_("Telephone of the agent"),
        max_length=32,
        required=False,
        widget=forms.TextInput(attrs={"type": "tel"}),
    )

    def clean_certificate(self) -> str:
        """Refuse an identity number in which a digit must be wrong."""
        number = certificates.cleaned(str(self.cleaned_data["certificate"]))
        if wrong := certificates.typed_wrong(number):
            raise forms.ValidationError(wrong)
        return number

    def clean_phone(self) -> str:
        """Refuse what is no telephone number."""
        return _phone(str(self.cleaned_data["phone"]))

    def clean_agent_phone(self) -> str:
        """Refuse what is no telephone number."""
        number = str(self.cleaned_data["agent_phone"])
        return _phone(number) if number else ""

    def clean_co_applicants(self) -> str:
        """Put each name on a line of its own, and refuse very many of them."""
        lines = str(self.cleaned_data["co_applicants"]).splitlines()
        names = [line.strip() for line in lines if line.strip()]
        if len(names) > MOST_CO_APPLICANTS:
            raise forms.ValidationError(
                gettext("At most %(count)d others can be named here.")
                % {"count": MOST_CO_APPLICANTS}
            )
        return "\n".join(names)


class SignForm(forms.Form):
    """The last step: the applicant signs."""

    truth = forms.BooleanField(
        label=_("What I say and hand in is true."),
        help_text=_("The applicant answers for the truth of what is handed in."),
    )
    signed_as = forms.CharField(
        label=_("Your name, as your signature"),
        max_length=200,
        help_text=_("Type the name of the applicant, or of the agent, as in step 2."),
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    drawing = forms.CharField(required=False, max_length=LONGEST_DRAWING, widget=forms.HiddenInput)

    def __init__(self, data: Mapping[str, Any] | None = None, *, names: Iterable[str] = ()) -> None:
        super().__init__(data)
        self.names = [name for name in names if name]

    def clean_signed_as(self) -> str:
        """Refuse a signature that is of nobody who applies."""
        typed = str(self.cleaned_data["signed_as"])
        if _plain(typed) not in {_plain(name) for name in self.names}:
            raise forms.ValidationError(
                gettext("This is not the name in step 2: %(names)s. Type it as it stands there.")
                % {"names": ", ".join(self.names)}
            )
        return typed

    def clean_drawing(self) -> bytes:
        """Return the drawn signature as a cleaned picture; nothing where none was drawn."""
        drawn = str(self.cleaned_data["drawing"])
        if not drawn:
            return b""
        fault = gettext("The drawn signature could not be read. Draw it again, or leave it out.")
        if not drawn.startswith(DRAWN):
            raise forms.ValidationError(fault)
        try:
            picture = base64.b64decode(drawn.removeprefix(DRAWN), validate=True)
            return clean("signature.png", picture).data
        except (binascii.Error, Refused):
            raise forms.ValidationError(fault) from None


class ResumeForm(forms.Form):
    """Takes up an application that was begun."""

    code = forms.CharField(
        label=_("Resume code"),
        max_length=40,
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters"}),
    )


class TrackForm(forms.Form):
    """Follows a case by what its receipt says."""

    number = forms.CharField(
        label=pgettext_lazy("receipt", "Number"),
        max_length=64,
        help_text=_("As on the receipt, such as SP2012-001."),
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters"}),
    )
    query_code = forms.CharField(
        label=_("Query code"),
        max_length=16,
        help_text=_("Eight signs; the receipt says it below the number."),
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters"}),
    )


class WithdrawForm(forms.Form):
    """Asks once more before an application is withdrawn."""

    sure = forms.BooleanField(label=_("Yes, I withdraw this application."))


def _name(record: Any) -> str:
    return str(record.name)


def _phone(number: str) -> str:
    if not PHONE.fullmatch(number.strip()):
        raise forms.ValidationError(
            gettext("A telephone number has digits only, such as 13800000000 or 0500-0000112.")
        )
    return number.strip()


def _plain(name: str) -> str:
    return re.sub(r"\s", "", name).casefold()
