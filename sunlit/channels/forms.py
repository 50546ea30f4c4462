"""What is typed in for the acts on boards, media, events and street signs."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from sunlit.channels import selectors
from sunlit.channels.models import Board, HotlineNumber, MediaOutlet, OutletType, PlacementKind
from sunlit.channels.models.boards import PostingKind
from sunlit.design.registers import DeskForm
from sunlit.organization.models import Office, Official
from sunlit.organization.selectors import office_day, open_offices

PARAGRAPH = forms.Textarea(attrs={"rows": 4})
DAY = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})


class Named(forms.ModelChoiceField):  # type: ignore[type-arg]
    """The choice of one record, each called by its name."""

    def label_from_instance(self, obj: Any) -> str:
        """Return the record's name."""
        return str(obj.name)


class AllNamed(forms.ModelMultipleChoiceField):  # type: ignore[type-arg]
    """The choice of several records, each called by its name."""

    def label_from_instance(self, obj: Any) -> str:
        """Return the record's name."""
        return str(obj.name)


class ChoosingForm(DeskForm):
    """A form that offers records of the official's own agency."""

    office = Named(label=_("Office"), queryset=Office.objects.none())

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, record: Any = None, by: Official
    ) -> None:
        super().__init__(data, record=record, by=by)
        self.offer("office", open_offices(by.agency))

    def offer(self, name: str, records: QuerySet[Any]) -> None:
        """Let a field choose among these records, each by its name."""
        field = self.fields[name]
        if isinstance(field, forms.ModelChoiceField):
            field.queryset = records


class BoardForm(ChoosingForm):
    """A board, and whose it is."""

    field_order = ("name", "office")
    name = forms.CharField(label=_("Name"), max_length=100)
    office = Named(
        label=_("Office"),
        queryset=Office.objects.none(),
        required=False,
        help_text=_("Empty: the board of the office building."),
    )


class PostingForm(ChoosingForm):
    """A paper for a board."""

    field_order = ("board", "kind", "title", "office")
    board = Named(label=_("Board"), queryset=Board.objects.none())
    kind = forms.ChoiceField(label=_("Kind"), choices=PostingKind.choices)
    title = forms.CharField(label=_("Title"), max_length=300)
    item = forms.CharField(
        label=_("Index number of the published item"),
        max_length=64,
        required=False,
        help_text=_("Empty where the paper shows no published item, as for party affairs."),
    )
    summary = forms.CharField(label=_("Summary"), max_length=2000, required=False, widget=PARAGRAPH)
    photo_number = forms.CharField(label=_("Photo number"), max_length=100, required=False)

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, record: Any = None, by: Official
    ) -> None:
        super().__init__(data, record=record, by=by)
        self.offer("board", selectors.boards(by.agency))


class OutletForm(forms.Form):
    """A media outlet."""

    name = forms.CharField(label=_("Name"), max_length=100)
    type = forms.ChoiceField(label=_("Type"), choices=OutletType.choices)


class PlacementForm(ChoosingForm):
    """What appeared in a media outlet."""

    field_order = ("outlet", "kind", "starts_on", "ends_on", "column", "title", "times", "office")
    outlet = Named(label=_("Outlet"), queryset=MediaOutlet.objects.none())
    kind = forms.ChoiceField(label=_("Kind"), choices=PlacementKind.choices)
    starts_on = forms.DateField(label=_("First day"), widget=DAY)
    ends_on = forms.DateField(label=_("Last day"), widget=DAY)
    column = forms.CharField(label=_("Column"), max_length=100, required=False)
    title = forms.CharField(label=_("Title"), max_length=300)
    times = forms.IntegerField(label=_("Times"), min_value=1, initial=1)
    numbers = AllNamed(
        label=_("Numbers announced"),
        queryset=HotlineNumber.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    related_news = forms.CharField(
        label=_("Title of the related department news"), max_length=300, required=False
    )

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, record: Any = None, by: Official
    ) -> None:
        super().__init__(data, record=record, by=by)
        self.offer("outlet", MediaOutlet.objects.filter(agency=by.agency).order_by("id"))
        self.offer("numbers", selectors.numbers_in_use(by.agency, on=office_day()))


class CampaignEventForm(ChoosingForm):
    """An event at which the agency showed what it does."""

    field_order = ("name", "venue", "starts_on", "ends_on")
    name = forms.CharField(label=_("Name"), max_length=200)
    venue = forms.CharField(label=_("Venue"), max_length=200)
    starts_on = forms.DateField(label=_("First day"), widget=DAY)
    ends_on = forms.DateField(label=_("Last day"), widget=DAY)
    arches = forms.IntegerField(label=_("Arches"), min_value=0, initial=0)
    banners = forms.IntegerField(label=_("Banners"), min_value=0, initial=0)
    leaflets = forms.IntegerField(label=_("Leaflets"), min_value=0, initial=0)
    note = forms.CharField(label=_("Note"), max_length=500, required=False)


class InspectSignForm(forms.Form):
    """In which condition a sign is."""

    condition = forms.CharField(label=pgettext_lazy("street sign", "Condition"), max_length=200)
