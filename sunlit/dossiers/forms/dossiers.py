"""What is typed in for the acts on recruitment and tenders."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from sunlit.design.registers import DeskForm
from sunlit.dossiers.keeping import templates_in_force
from sunlit.organization.models import Official
from sunlit.organization.selectors import office_day, open_offices

PARAGRAPH = forms.Textarea(attrs={"rows": 4})
DAY = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})


class _OfficeForm(DeskForm):
    """A form that offers the agency's offices."""

    office = forms.ChoiceField(label=_("Office"))

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, record: Any = None, by: Official
    ) -> None:
        super().__init__(data, record=record, by=by)
        field = self.fields["office"]
        offices = open_offices(by.agency)
        none = [] if field.required else [("", "")]
        field.choices = [*none, *offices.values_list("code", "name")]  # type: ignore[attr-defined]


class DossierForm(_OfficeForm):
    """A recruitment, a tender, or what else the agency has a template for."""

    kind = forms.ChoiceField(
        label=_("Kind"), help_text=_("The dossier gets the stages of its template as of today.")
    )
    code = forms.SlugField(label=_("Code"), max_length=64)
    title = forms.CharField(label=_("Title"), max_length=300)
    office = forms.ChoiceField(label=_("Office"), required=False)
    basis_document = forms.CharField(
        label=_("Document that it rests on"), max_length=300, required=False
    )

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, record: Any = None, by: Official
    ) -> None:
        super().__init__(data, record=record, by=by)
        held = templates_in_force(by.agency, on=office_day())
        self.fields["kind"].choices = [  # type: ignore[attr-defined]
            (template.code, template.name) for template in held
        ]


class VacancyForm(_OfficeForm):
    """A vacancy."""

    code = forms.CharField(label=_("Code"), max_length=64)
    name = forms.CharField(label=_("Vacancy"), max_length=200)
    office = forms.ChoiceField(label=_("Office"))
    places = forms.IntegerField(label=_("Places"), min_value=1)
    requirement = forms.CharField(label=_("Requirement"), max_length=500, required=False)


class LotForm(forms.Form):
    """A lot."""

    code = forms.CharField(label=_("Code"), max_length=64)
    name = forms.CharField(label=_("Lot"), max_length=300)
    base_price = forms.DecimalField(
        label=_("Base price in yuan"), min_value=0, max_digits=16, decimal_places=2
    )


class DaysForm(DeskForm):
    """When a stage runs."""

    starts_on = forms.DateField(label=_("Starts on"), widget=DAY)
    ends_on = forms.DateField(label=_("Ends on"), widget=DAY)

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, record: Any = None, by: Official
    ) -> None:
        super().__init__(data, record=record, by=by)
        if record is not None:
            self.initial.update({"starts_on": record.starts_on, "ends_on": record.ends_on})


class StageForm(DaysForm):
    """When a stage ran, and what came of it."""

    result = forms.CharField(
        label=_("Result"),
        max_length=2000,
        widget=PARAGRAPH,
        help_text=_("What the public is told. Never a person's name."),
    )


class AppointmentForm(DeskForm):
    """Whom a vacancy goes to."""

    vacancy = forms.ChoiceField(label=_("Vacancy"))
    admission_number = forms.CharField(label=_("Admission number"), max_length=64)
    written_score = forms.DecimalField(
        label=_("Written score"), min_value=0, max_digits=6, decimal_places=2
    )
    interview_score = forms.DecimalField(
        label=_("Interview score"), min_value=0, max_digits=6, decimal_places=2
    )
    total_score = forms.DecimalField(
        label=_("Total score"), min_value=0, max_digits=6, decimal_places=2
    )

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, record: Any = None, by: Official
    ) -> None:
        super().__init__(data, record=record, by=by)
        vacancies = record.vacancies.order_by("code") if record else []
        self.fields["vacancy"].choices = [  # type: ignore[attr-defined]
            (vacancy.code, f"{vacancy.code} {vacancy.name}") for vacancy in vacancies
        ]


class AwardForm(forms.Form):
    """Whom a lot goes to."""

    bidders = forms.IntegerField(label=_("Bidders"), min_value=0)
    winner = forms.CharField(
        label=_("Winner"), max_length=200, help_text=_("The bidder's label in this tender.")
    )
    price = forms.DecimalField(
        label=_("Price in yuan"), min_value=0, max_digits=16, decimal_places=2
    )
