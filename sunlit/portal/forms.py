"""What readers may ask for: words, a kind, a category, a rule."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TypeVar

from django import forms
from django.db.models import Model, Q, QuerySet
from django.http import QueryDict
from django.utils.http import urlencode
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from sunlit.approvals.models import Licence, PartyKind, PublicityRecord
from sunlit.approvals.publicity.files import Header
from sunlit.approvals.publicity.sheets import Decisions, sheets
from sunlit.approvals.selectors.publicity import Asked, of_kind
from sunlit.approvals.selectors.timeliness import IS_TAKEN_BACK, TakenBack, Timeliness
from sunlit.channels.models import StreetSign
from sunlit.disclosure import column, themes
from sunlit.disclosure.models import Category, Item
from sunlit.portal.numbered import by_number
from sunlit.powers.models import Kind, Power, Procedure

M = TypeVar("M", bound=Model)

LONGEST_WORDS = 100


SORTED = {
    "newest": ("-published_on", "-code"),
    "oldest": ("published_on", "code"),
    "number": ("index_number",),
}


Choices = Mapping[str, Sequence[tuple[str, Any]]]


def _offer(form: forms.Form, offered: Choices) -> None:
    """Let each field offer its choices, all of them first."""
    for name, choices in offered.items():
        field = form.fields[name]
        if isinstance(field, forms.ChoiceField):
            field.choices = [("", _("All")), *choices]


class ColumnForm(forms.Form):
    """Searches the column of government information."""

    q = forms.CharField(label=_("Words in title or text"), max_length=LONGEST_WORDS, required=False)
    number = forms.CharField(
        label=_("Index or document number"), max_length=LONGEST_WORDS, required=False
    )
    category = forms.ChoiceField(label=_("Category"), required=False)
    theme = forms.ChoiceField(label=_("Theme"), required=False)
    genre = forms.ChoiceField(label=_("Kind of document"), required=False)
    year = forms.IntegerField(label=_("Year"), min_value=1949, max_value=9999, required=False)
    sort = forms.ChoiceField(
        label=_("Order"),
        required=False,
        choices=[
            ("newest", pgettext_lazy("order", "newest first")),
            ("oldest", pgettext_lazy("order", "oldest first")),
            ("number", pgettext_lazy("order", "by index number")),
        ],
    )

    def __init__(self, categories: QuerySet[Category], data: QueryDict | None = None) -> None:
        super().__init__(data)
        self.categories = [one for one in categories if not column.is_outside(one)]
        offered = {
            "category": [(one.code, one.name) for one in self.categories],
            "theme": [(theme, theme) for theme in themes.classes_of(self.categories)],
            "genre": [(genre, genre) for genre in column.genres()],
        }
        _offer(self, offered)

    def narrow(self, items: QuerySet[Item]) -> QuerySet[Item]:
        """Return the items that fit what was asked, in the order asked for."""
        asked = self.cleaned_data
        for word in asked["q"].split():
            items = items.filter(Q(title__icontains=word) | Q(body__icontains=word))
        for number in asked["number"].split():
            items = items.filter(
                Q(index_number__icontains=number) | Q(document_number__icontains=number)
            )
        if asked["category"]:
            items = items.filter(category__code=asked["category"])
        if asked["theme"]:
            items = items.filter(themes.of_class(asked["theme"], self.categories))
        if asked["genre"]:
            items = items.filter(column.of_genre(asked["genre"]))
        if asked["year"]:
            items = items.filter(published_on__year=asked["year"])
        return items.order_by(*SORTED[asked["sort"] or "newest"])


class DecisionsForm(forms.Form):
    """Narrows the decisions on licences and penalties, on their page and in their files."""

    q = forms.CharField(label=_("Number or matter"), max_length=LONGEST_WORDS, required=False)
    year = forms.TypedChoiceField(label=_("Year"), required=False, coerce=int, empty_value=None)
    first = forms.DateField(
        label=_("Decided from"), required=False, widget=forms.DateInput(attrs={"type": "date"})
    )
    last = forms.DateField(
        label=_("Decided until"), required=False, widget=forms.DateInput(attrs={"type": "date"})
    )
    header = forms.ChoiceField(
        required=False, choices=[(one.value, one.value) for one in Header],
        widget=forms.HiddenInput,
    )  # fmt: skip
    sheet = forms.ChoiceField(
        required=False, choices=[(one, one) for one in sheets(Decisions.LICENCES)],
        widget=forms.HiddenInput,
    )  # fmt: skip

    def __init__(
        self, years: Sequence[int], data: QueryDict | None = None, *, any_year: bool = False
    ) -> None:
        super().__init__(data)
        if any_year:
            self.fields["year"] = forms.IntegerField(min_value=1949, max_value=9999, required=False)
        else:
            del self.fields["header"], self.fields["sheet"]
            _offer(self, {"year": [(str(year), str(year)) for year in years]})

    def asked(self) -> Asked:
        """Return what was asked for."""
        typed = self.cleaned_data
        return Asked(typed["year"], typed["first"], typed["last"], typed["q"])

    def asked_in_words(self) -> str:
        """Return what was asked for, as an address asks for it."""
        typed = {name: self.cleaned_data[name] for name in ("q", "year", "first", "last")}
        return urlencode({name: str(value) for name, value in typed.items() if value})


class InTimeForm(forms.Form):
    """Which decisions are listed by how they stood to the day of their publicity."""

    kind = forms.ChoiceField(
        label=_("Kind"), required=False,
        choices=[("", _("All")), ("licences", _("Licences")), ("penalties", _("Penalties"))],
    )  # fmt: skip
    year = forms.TypedChoiceField(label=_("Year"), required=False, coerce=int, empty_value=None)
    month = forms.TypedChoiceField(
        label=_("Month"), required=False, coerce=int, empty_value=None,
        choices=[("", _("All")), *((month, month) for month in range(1, 13))],
    )  # fmt: skip
    timeliness = forms.ChoiceField(
        label=_("Publication"), required=False, choices=[("", _("All")), *Timeliness.choices]
    )
    withdrawn = forms.ChoiceField(
        label=_("Withdrawn"), required=False,
        choices=[("", _("All")), ("False", pgettext_lazy("publicity", "yes"))],
    )  # fmt: skip
    taken_back = forms.ChoiceField(
        label=_("Withdrawal"), required=False, choices=[("", _("All")), *TakenBack.choices]
    )

    def __init__(self, years: Sequence[int], data: QueryDict | None = None) -> None:
        super().__init__(data)
        _offer(self, {"year": [(str(year), str(year)) for year in years]})

    def narrow(self, records: QuerySet[PublicityRecord]) -> QuerySet[PublicityRecord]:
        """Return those of the records that were asked for."""
        typed = self.cleaned_data
        if typed["kind"]:
            records = of_kind(records, Decisions(typed["kind"]))
        if typed["withdrawn"]:
            records = records.filter(IS_TAKEN_BACK)
        lookups = {
            "decided_on__year": typed["year"],
            "decided_on__month": typed["month"],
            "timeliness": typed["timeliness"],
            "taken_back": typed["taken_back"],
        }
        return records.filter(**{name: value for name, value in lookups.items() if value})


class CompareForm(forms.Form):
    """Which two versions of a text are compared."""

    def __init__(self, numbers: Sequence[int], data: QueryDict | None = None) -> None:
        super().__init__(data)
        choices = [(str(number), _version(number)) for number in numbers]
        for name, label in (("from", _("Compare")), ("to", _("with"))):
            self.fields[name] = forms.ChoiceField(
                label=label,
                choices=choices,
                error_messages={"invalid_choice": _("There is no such version to be read.")},
            )


def _version(number: int) -> str:
    return gettext("Version %(number)s") % {"number": number}


Listed = Iterable[tuple[str, str, str, int | None]]
"""For each power its kind, its sub-list, the office that handles it, and its procedure."""


class PowersForm(forms.Form):
    """Narrows the list of powers."""

    q = forms.CharField(label=_("Words"), max_length=LONGEST_WORDS, required=False)
    kind = forms.ChoiceField(label=_("Kind"), required=False)
    sub_list = forms.ChoiceField(label=_("Sub-list"), required=False)
    office = forms.ChoiceField(label=_("Handled by"), required=False)
    procedure = forms.ChoiceField(label=_("Procedure"), required=False)

    def __init__(
        self, listed: Listed, procedures: Iterable[Procedure], data: QueryDict | None = None
    ) -> None:
        super().__init__(data)
        rows = list(listed)
        offered: Choices = {
            "kind": list(Kind.choices),
            "sub_list": [
                (name, name) for name in sorted({row[1] for row in rows if row[1]}, key=by_number)
            ],
            "office": [(name, name) for name in sorted({row[2] for row in rows if row[2]})],
            "procedure": [(one.code, one.name) for one in procedures],
        }
        _offer(self, offered)

    def narrow(self, powers: QuerySet[Power]) -> QuerySet[Power]:
        """Return the powers that fit what was asked."""
        asked = self.cleaned_data
        exact = {
            "kind": asked["kind"],
            "sub_list": asked["sub_list"],
            "office_name": asked["office"],
            "flow_chart__procedure__code": asked["procedure"],
        }
        powers = powers.filter(**{field: value for field, value in exact.items() if value})
        for word in asked["q"].split():
            powers = powers.filter(
                Q(name__icontains=word) | Q(code__icontains=word) | Q(legal_basis__icontains=word)
            )
        return powers


class LicencesForm(forms.Form):
    """Looks for licences that are held."""

    q = forms.CharField(
        label=pgettext_lazy("licences", "Number, kind or organisation"),
        max_length=LONGEST_WORDS,
        required=False,
    )

    def narrow(self, licences: QuerySet[Licence]) -> QuerySet[Licence]:
        """Return the licences that fit; natural persons are not found by their names."""
        for word in self.cleaned_data["q"].split():
            named = Q(holder__icontains=word) & ~Q(holder_kind=PartyKind.PERSON)
            licences = licences.filter(
                Q(number__icontains=word) | Q(power__name__icontains=word) | named
            )
        return licences


class SignsForm(forms.Form):
    """Looks for the signs in the streets."""

    q = forms.CharField(label=_("Street or alley"), max_length=LONGEST_WORDS, required=False)
    subdistrict = forms.ChoiceField(label=_("Subdistrict"), required=False)
    zone = forms.ChoiceField(label=_("Area"), required=False)

    def __init__(self, signs: QuerySet[StreetSign], data: QueryDict | None = None) -> None:
        super().__init__(data)
        rows = list(signs.values_list("subdistrict__name", "zone__name"))
        offered = {
            "subdistrict": [(name, name) for name in dict.fromkeys(row[0] for row in rows)],
            "zone": [(name, name) for name in dict.fromkeys(row[1] for row in rows)],
        }
        _offer(self, offered)

    def narrow(self, signs: QuerySet[StreetSign]) -> QuerySet[StreetSign]:
        """Return the signs that fit what was asked."""
        asked = self.cleaned_data
        for word in asked["q"].split():
            signs = signs.filter(alley__icontains=word)
        if asked["subdistrict"]:
            signs = signs.filter(subdistrict__name=asked["subdistrict"])
        if asked["zone"]:
            signs = signs.filter(zone__name=asked["zone"])
        return signs


class DayForm(forms.Form):
    """Asks how something stood on a day."""

    on = forms.DateField(
        label=_("In force on"),
        required=False,
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
        error_messages={"invalid": _("There is no such day. Write it as 2012-06-08.")},
    )


class NormsForm(DayForm):
    """Asks what was in force on a day."""

    q = forms.CharField(label=_("Words"), max_length=LONGEST_WORDS, required=False)
    only = forms.ChoiceField(
        label=_("Show"),
        required=False,
        choices=[("", _("All")), ("in_force", _("Those still valid")), ("ended", _("The others"))],
    )
