"""The acts on the list of powers."""

from sunlit.powers.services.charts import (
    put_chart_in_force,
    send_chart_to_gate,
    upload_chart,
    withdraw_chart,
)
from sunlit.powers.services.delegations import delegate, end_delegation
from sunlit.powers.services.entries import change_power, list_power, publish_power
from sunlit.powers.services.guides import remove_material, set_guide, set_material
from sunlit.powers.services.life import (
    cancel,
    hand_down,
    merge,
    resume,
    suspend,
)
from sunlit.powers.services.responsibilities import set_duty, set_risk, set_situation
from sunlit.powers.services.sheets import hand_in_sheet, take_off_sheet
from sunlit.powers.services.wording import set_article_text

__all__ = [
    "cancel",
    "change_power",
    "delegate",
    "end_delegation",
    "hand_down",
    "hand_in_sheet",
    "list_power",
    "merge",
    "publish_power",
    "put_chart_in_force",
    "remove_material",
    "resume",
    "send_chart_to_gate",
    "set_article_text",
    "set_duty",
    "set_guide",
    "set_material",
    "set_risk",
    "set_situation",
    "suspend",
    "take_off_sheet",
    "upload_chart",
    "withdraw_chart",
]
