"""What is typed in for the catalogue."""

from collections.abc import Mapping
from typing import Any, cast

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from sunlit.design.faces import said
from sunlit.design.registers import DeskForm
from sunlit.disclosure.forms.fields import PARAGRAPH, offer
from sunlit.disclosure.models import IN_DAYS, Audience, Category, Genre, TimeLimit
from sunlit.disclosure.standards import StandardRow, standard_catalogues
from sunlit.disclosure.themes import theme_choices
from sunlit.organization.models import Official
from sunlit.organization.selectors import open_offices

LEVELS = [("市级", _("city")), ("县级", _("county")), ("乡级", _("township"))]
CONFIDENCE = {
    "page": _("seen in a published catalogue"),
    "statute": _("made from the article of the law"),
    "memory": _("to be compared"),
}
LONGEST_LINE, MOST_LINES = 100, 20


class Lines(forms.CharField):
    """Short texts, each in a line of its own."""

    widget = forms.Textarea(attrs={"rows": 4})

    def prepare_value(self, value: Any) -> Any:
        """Show a list in lines."""
        return "\n".join(value) if isinstance(value, list) else value

    def to_python(self, value: Any) -> Any:
        """Return the lines that hold anything, each once."""
        lines = [line.strip() for line in (super().to_python(value) or "").splitlines()]
        return list(dict.fromkeys(line for line in lines if line))

    def validate(self, value: Any) -> None:
        """Refuse lines that are too many or too long, naming the first of them."""
        super().validate(value)
        if len(value) > MOST_LINES:
            raise ValidationError(_now("At most %(most)s lines.") % {"most": MOST_LINES})
        if long := [line for line in value if len(line) > LONGEST_LINE]:
            raise ValidationError(
                _now("A line has at most %(most)s characters: %(line)s…")
                % {"most": LONGEST_LINE, "line": long[0][:20]}
            )

    def run_validators(self, value: Any) -> None:
        """Leave the lines as they are: they have been looked at one by one."""


class RestateCategoryForm(DeskForm):
    """What the catalogue says of a category."""

    group = forms.CharField(label=_("Main category"), max_length=100)
    name = forms.CharField(label=pgettext_lazy("category", "Name"), max_length=100)
    is_proactive = forms.TypedChoiceField(
        label=_("Way of disclosure"),
        choices=[("True", _("proactive")), ("False", _("on application"))],
        coerce=lambda typed: typed == "True",
        initial="True",
    )
    elements = Lines(label=_("Content elements"), required=False, help_text=_("One in each line."))
    basis = forms.CharField(
        label=pgettext_lazy("catalogue", "Basis"), max_length=500, required=False, widget=PARAGRAPH
    )
    frequency = forms.CharField(
        label=_("How often it is updated"),
        max_length=100,
        help_text=_("Such as 每周 or 每年3月31日前; the desk warns before that day."),
    )
    limit_unit = forms.ChoiceField(
        label=_("Time limit"), choices=[("", "—"), *TimeLimit.choices], required=False
    )
    limit_amount = forms.IntegerField(
        label=_("How many days"), min_value=1, max_value=366, required=False
    )
    office = forms.ChoiceField(label=_("Office"))
    responsible_post = forms.CharField(label=_("Responsible post"), max_length=200)
    audience = forms.ChoiceField(
        label=_("Audience"), choices=[("", "—"), *Audience.choices], required=False
    )
    channels = Lines(
        label=pgettext_lazy("catalogue", "Channels"),
        required=False,
        help_text=_("One in each line."),
    )
    levels = forms.MultipleChoiceField(
        label=_("Levels of disclosure"),
        choices=LEVELS,
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    format = forms.CharField(label=_("Format"), max_length=100, required=False)
    theme = forms.ChoiceField(
        label=_("Theme"), required=False, help_text=_("For items that name none.")
    )
    genre = forms.ChoiceField(
        label=pgettext_lazy("document", "Kind of document"),
        choices=[("", "—"), *Genre.choices],
        required=False,
        help_text=_("For items that name none."),
    )

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, record: Any = None, by: Official
    ) -> None:
        super().__init__(data, record=record, by=by)
        offer(self, "office", list(open_offices(by.agency).values_list("code", "name")))
        offer(self, "theme", [("", "—"), *theme_choices()])
        if record is not None:
            names = [name for name in self.fields if name != "office"]
            self.initial.update({name: getattr(record, name) for name in names})
            self.initial["office"] = record.office.code

    def clean(self) -> dict[str, Any]:
        """Ask for a number of days where the limit counts days, and for none elsewhere."""
        typed = super().clean() or self.cleaned_data
        if "limit_unit" in typed and "limit_amount" in typed:
            in_days = typed["limit_unit"] in IN_DAYS
            if in_days and typed["limit_amount"] is None:
                self.add_error("limit_amount", ValidationError(_now("Say how many days.")))
            if not in_days and typed["limit_amount"] is not None:
                reason = _now("Choose which days are counted, or leave this empty.")
                self.add_error("limit_amount", ValidationError(reason))
        return typed


class ListCategoryForm(RestateCategoryForm):
    """A new category, with its code."""

    code = forms.CharField(
        label=_("Code"), max_length=64, help_text=_("It stands in the category's address.")
    )
    field_order = ("code",)

    def clean_code(self) -> str:
        """Refuse a code that cannot stand in an address."""
        code: str = self.cleaned_data["code"]
        if not code.replace("-", "").isalnum():
            raise ValidationError(_now("A code has letters, digits and hyphens only."))
        return code


class EndCategoryForm(forms.Form):
    """Why a category is taken off the catalogue."""

    reason = forms.CharField(
        label=_("Reason"),
        max_length=500,
        widget=PARAGRAPH,
        help_text=_("It stands in the public log. The items stay public."),
    )


class TakeInStandardForm(DeskForm):
    """Which rows of the standard catalogues are taken in, and who answers for them."""

    rows = forms.MultipleChoiceField(
        label=_("Rows of the standard catalogues"),
        widget=forms.CheckboxSelectMultiple,
        help_text=_(
            "What is in the catalogue already is not offered. Compare each basis with the law of "
            "today before you take a row in; a row says how sure it is."
        ),
    )
    office = forms.ChoiceField(label=_("Office"))
    responsible_post = forms.CharField(label=_("Responsible post"), max_length=200)
    field_order = ("office", "responsible_post", "rows")

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, record: Any = None, by: Official
    ) -> None:
        super().__init__(data, record=record, by=by)
        taken = set(Category.objects.filter(agency=by.agency).values_list("standard", flat=True))
        offered = [
            (said(one.name), [(row.key, _row(row)) for row in one.rows if row.key not in taken])
            for one in standard_catalogues()
        ]
        rows = cast("forms.MultipleChoiceField", self.fields["rows"])
        rows.choices = [(name, members) for name, members in offered if members]
        offer(self, "office", list(open_offices(by.agency).values_list("code", "name")))


class ElementsForm(DeskForm):
    """Which content elements of its category an item tells."""

    elements = forms.MultipleChoiceField(
        label=_("Content elements"), widget=forms.CheckboxSelectMultiple, required=False
    )

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, record: Any = None, by: Official
    ) -> None:
        super().__init__(data, record=record, by=by)
        offer(self, "elements", [(one, one) for one in record.category.elements])
        self.initial["elements"] = record.elements


def _row(row: StandardRow) -> str:
    return f"{row.group} / {row.name} — {row.basis} ({CONFIDENCE[row.confidence]})"
