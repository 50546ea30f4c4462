"""What is typed in for a draft."""

from collections.abc import Mapping
from typing import Any, cast

from django import forms
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from sunlit.design.registers import DeskForm
from sunlit.design.writing import MarkupWidget
from sunlit.disclosure import selectors
from sunlit.disclosure.forms.fields import DAY, PARAGRAPH, offer
from sunlit.disclosure.models import Genre, Item, Scope, Stage
from sunlit.disclosure.themes import theme_choices
from sunlit.organization.models import Official, Role, Zone
from sunlit.organization.selectors import open_offices


class ReviseForm(DeskForm):
    """What a draft says."""

    category = forms.ChoiceField(label=_("Category"))
    title = forms.CharField(label=_("Title"), max_length=300)
    body = forms.CharField(label=_("Text"), widget=MarkupWidget(attrs={"rows": 14}))
    made_on = forms.DateField(
        label=_("Made on"), widget=DAY, help_text=_("The time limit for publication runs from it.")
    )
    scope = forms.ChoiceField(label=_("Importance"), choices=Scope.choices, initial=Scope.GENERAL)
    stage = forms.ChoiceField(label=_("Stage"), choices=Stage.choices, initial=Stage.RESULT)
    document_number = forms.CharField(label=_("Document number"), max_length=64, required=False)
    zone = forms.ChoiceField(label=_("Area"), required=False)
    theme = forms.ChoiceField(
        label=_("Theme"), required=False, help_text=_("Left empty, that of the category holds.")
    )
    genre = forms.ChoiceField(
        label=pgettext_lazy("document", "Kind of document"),
        choices=[("", "—"), *Genre.choices],
        required=False,
    )
    keywords = forms.CharField(
        label=_("Keywords"),
        max_length=200,
        required=False,
        help_text=_("Words by which it is looked for, with commas between them."),
    )
    summary = forms.CharField(
        label=pgettext_lazy("item", "Summary"),
        max_length=300,
        required=False,
        widget=PARAGRAPH,
        help_text=_("Left empty, lists show the beginning of the text."),
    )
    source = forms.CharField(
        label=_("Source of the information"),
        max_length=200,
        required=False,
        help_text=_("Where it comes from, if not from the office itself."),
    )
    effective_on = forms.DateField(
        label=_("In force from"),
        widget=DAY,
        required=False,
        help_text=_("For what takes effect on a day."),
    )
    valid_until = forms.DateField(
        label=_("Valid until"),
        widget=DAY,
        required=False,
        help_text=_("Its last day, for what holds for a time only."),
    )

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, record: Any = None, by: Official
    ) -> None:
        super().__init__(data, record=record, by=by)
        categories = selectors.catalogue(by.agency).filter(is_proactive=True)
        offer(self, "category", [(one.code, f"{one.group} / {one.name}") for one in categories])
        zones = Zone.objects.filter(agency=by.agency).order_by("code")
        offer(self, "zone", [("", "—"), *zones.values_list("code", "name")])
        offer(self, "theme", [("", "—"), *theme_choices()])
        if record is not None:
            self.initial.update(_said(record))
            _show_pictures(self, record)
        if record is not None and record.revises_id is not None:
            _offer_only_as_filed(self, record)


class DraftForm(ReviseForm):
    """A new draft, and the office that answers for it."""

    office = forms.ChoiceField(label=_("Office"))
    field_order = ("office",)

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, record: Any = None, by: Official
    ) -> None:
        super().__init__(data, record=record, by=by)
        offices = open_offices(by.agency)
        if not by.has_role(Role.CLERK):
            offices = offices.filter(officials=by)
        offer(self, "office", list(offices.values_list("code", "name")))
        self.initial["office"] = by.office.code if by.office else ""


def _offer_only_as_filed(form: forms.Form, draft: Item) -> None:
    """Let a new version of a public item stay where that one is filed."""
    category, zone = draft.category, draft.zone
    offer(form, "category", [(category.code, f"{category.group} / {category.name}")])
    offer(form, "scope", [(draft.scope, draft.get_scope_display())])
    offer(form, "stage", [(draft.stage, draft.get_stage_display())])
    offer(form, "zone", [(zone.code, zone.name) if zone else ("", "—")])


def _said(item: Item) -> dict[str, object]:
    return {
        "category": item.category.code,
        "title": item.title,
        "body": item.body,
        "made_on": item.made_on,
        "scope": item.scope,
        "stage": item.stage,
        "document_number": item.document_number,
        "zone": item.zone.code if item.zone else "",
        "theme": item.theme,
        "genre": item.genre,
        "keywords": item.keywords,
        "summary": item.summary,
        "source": item.source,
        "effective_on": item.effective_on,
        "valid_until": item.valid_until,
    }


def _show_pictures(form: forms.Form, item: Item) -> None:
    """Let the editor of the text show the pictures that are attached to the item."""
    places = {one.name: one.position for one in item.attachments.all()}

    def address(name: str) -> str | None:
        return reverse("desk:file", args=[item.pk, places[name]]) if name in places else None

    cast("MarkupWidget", form.fields["body"].widget).address_of = address
