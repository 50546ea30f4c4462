"""The records of recruitment and tenders."""

from sunlit.dossiers.models.answers import DoubtAnswer
from sunlit.dossiers.models.dossiers import Dossier, Stage
from sunlit.dossiers.models.kinds import BASIS, Kind
from sunlit.dossiers.models.recruitment import Appointment, Vacancy
from sunlit.dossiers.models.templates import DossierTemplate
from sunlit.dossiers.models.tenders import Lot, Objection

__all__ = [
    "BASIS",
    "Appointment",
    "Dossier",
    "DossierTemplate",
    "DoubtAnswer",
    "Kind",
    "Lot",
    "Objection",
    "Stage",
    "Vacancy",
]
