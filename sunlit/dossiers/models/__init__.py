"""The records of recruitment and tenders."""

from sunlit.dossiers.models.dossiers import BASIS, Dossier, Kind, Stage
from sunlit.dossiers.models.recruitment import Appointment, Vacancy
from sunlit.dossiers.models.tenders import Lot, Objection

__all__ = [
    "BASIS",
    "Appointment",
    "Dossier",
    "Kind",
    "Lot",
    "Objection",
    "Stage",
    "Vacancy",
]
