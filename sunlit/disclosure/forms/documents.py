"""What is typed in for documents at source."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from sunlit.design.registers import DeskForm
from sunlit.design.writing import MarkupWidget
from sunlit.disclosure import selectors
from sunlit.disclosure.forms.fields import DAY, PARAGRAPH, offer
from sunlit.disclosure.models import Attribute, Genre, Ground, Matter
from sunlit.organization.models import Official, Role
from sunlit.organization.selectors import open_offices


class RegisterForm(DeskForm):
    """A document that the agency made."""

    office = forms.ChoiceField(label=_("Office"))
    title = forms.CharField(label=_("Title"), max_length=300)
    document_number = forms.CharField(label=_("Document number"), max_length=64, required=False)
    genre = forms.ChoiceField(
        label=pgettext_lazy("document", "Kind of document"),
        choices=Genre.choices,
        initial=Genre.NOTICE,
    )
    matter = forms.ChoiceField(
        label=pgettext_lazy("document", "Matter"),
        choices=Matter.choices,
        initial=Matter.GENERAL,
        help_text=_("Decisions on licences and penalties are due sooner."),
    )
    made_on = forms.DateField(
        label=_("Made on"), widget=DAY, help_text=_("The time limit for publication runs from it.")
    )

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, record: Any = None, by: Official
    ) -> None:
        super().__init__(data, record=record, by=by)
        offices = open_offices(by.agency)
        if not by.has_role(Role.CLERK):
            offices = offices.filter(officials=by)
        offer(self, "office", list(offices.values_list("code", "name")))
        self.initial["office"] = by.office.code if by.office else ""


class DecideDisclosureForm(forms.Form):
    """Whether a document is disclosed, and on which ground it is not."""

    attribute = forms.ChoiceField(
        label=pgettext_lazy("document", "Disclosure"),
        choices=[one for one in Attribute.choices if one[0] != Attribute.UNDECIDED],
        widget=forms.RadioSelect,
    )
    ground = forms.ChoiceField(
        label=pgettext_lazy("document", "Ground"),
        choices=[("", "—"), *Ground.choices],
        required=False,
        help_text=_("Needed where it is not open to all."),
    )
    reason = forms.CharField(label=_("Reason"), max_length=500, required=False, widget=PARAGRAPH)


class ReassessForm(forms.Form):
    """What was found when a document that is withheld was looked at again."""

    attribute = forms.ChoiceField(
        label=pgettext_lazy("document", "Found"),
        choices=[
            (Attribute.WITHHELD, _("still withheld, on the same ground")),
            (Attribute.ON_APPLICATION, _("given to those who apply for it")),
            (Attribute.OPEN, _("to be made public: the time limit for it runs from today")),
        ],
        widget=forms.RadioSelect,
    )
    reason = forms.CharField(
        label=_("Reason"),
        max_length=500,
        widget=PARAGRAPH,
        help_text=_(
            "What has changed, or why the ground still holds. Of a state secret, by which decision "
            "it was declassified."
        ),
    )


class DraftFromDocumentForm(DeskForm):
    """The category and the text of the item that publishes a document."""

    category = forms.ChoiceField(label=_("Category"))
    body = forms.CharField(label=_("Text"), widget=MarkupWidget(attrs={"rows": 14}))

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, record: Any = None, by: Official
    ) -> None:
        super().__init__(data, record=record, by=by)
        categories = selectors.catalogue(by.agency).filter(is_proactive=True)
        offer(self, "category", [(one.code, f"{one.group} / {one.name}") for one in categories])


class LinkItemForm(forms.Form):
    """The item that publishes a document."""

    item = forms.CharField(
        label=_("Item"),
        max_length=64,
        help_text=_("Its index number, or its register number where it is not public yet."),
    )
