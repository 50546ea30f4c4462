"""Fields that several forms of the organization have: choices among the agency's own records."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.contrib.auth.password_validation import validate_password
from django.db.models import QuerySet

from sunlit.design.registers import DeskForm
from sunlit.organization.models import Leader, Official
from sunlit.organization.selectors import open_offices

PARAGRAPH = forms.Textarea(attrs={"rows": 4})
DAY = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})


class OfficeChoice(forms.ModelChoiceField):  # type: ignore[type-arg]
    """The choice of an office that is not closed, by its name."""

    def label_from_instance(self, obj: Any) -> str:
        """Return the office's name."""
        return str(obj.name)


class OfficeChoices(forms.ModelMultipleChoiceField):  # type: ignore[type-arg]
    """The choice of several offices, by the posts that head them."""

    def label_from_instance(self, obj: Any) -> str:
        """Return the post that heads the office."""
        return str(obj.head_post)


class LeaderChoice(forms.ModelChoiceField):  # type: ignore[type-arg]
    """The choice of a leader, by title."""

    def label_from_instance(self, obj: Any) -> str:
        """Return the leader's title."""
        return str(obj.title)


class AgencyForm(DeskForm):
    """A form that offers offices and leaders of the official's own agency only.

    What the record already says stands in the fields when the form is first shown.
    """

    filled_in: tuple[str, ...] = ()
    """The fields that begin with what the record says."""

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, record: Any = None, by: Official
    ) -> None:
        super().__init__(data, record=record, by=by)
        for field in self.fields.values():
            if isinstance(field, OfficeChoice | OfficeChoices):
                field.queryset = open_offices(by.agency)
            elif isinstance(field, LeaderChoice):
                field.queryset = leaders(by)
        for name in self.filled_in:
            self.fields[name].initial = getattr(record, name)


class PasswordField(forms.CharField):
    """A new password, which must not be easily guessed."""

    widget = forms.PasswordInput

    def clean(self, value: Any) -> Any:
        """Refuse a password that is too short or too common."""
        password = super().clean(value)
        validate_password(password)
        return password


def leaders(by: Official) -> QuerySet[Leader]:
    """Return the leaders of the official's own agency."""
    return Leader.objects.filter(agency=by.agency).order_by("code")
