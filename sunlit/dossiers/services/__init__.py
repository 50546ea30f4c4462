"""The acts on recruitment, tenders and the templates of their stages. The only code that writes."""

from sunlit.dossiers.services.dossiers import (
    appoint,
    award_lot,
    offer_lot,
    offer_vacancy,
    open_dossier,
    publish_stage,
)
from sunlit.dossiers.services.stages import answer_doubt, schedule_stage
from sunlit.dossiers.services.templates import end_template, establish_template, revise_template

__all__ = [
    "answer_doubt",
    "appoint",
    "award_lot",
    "end_template",
    "establish_template",
    "offer_lot",
    "offer_vacancy",
    "open_dossier",
    "publish_stage",
    "revise_template",
    "schedule_stage",
]
