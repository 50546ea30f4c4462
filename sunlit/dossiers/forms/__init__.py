"""What is typed in for the acts on dossiers, their stages and the templates of these."""

from sunlit.dossiers.forms.dossiers import (
    AppointmentForm,
    AwardForm,
    DaysForm,
    DossierForm,
    LotForm,
    StageForm,
    VacancyForm,
)
from sunlit.dossiers.forms.doubts import DoubtForm
from sunlit.dossiers.forms.templates import RevisionForm, TemplateForm

__all__ = [
    "AppointmentForm",
    "AwardForm",
    "DaysForm",
    "DossierForm",
    "DoubtForm",
    "LotForm",
    "RevisionForm",
    "StageForm",
    "TemplateForm",
    "VacancyForm",
]
