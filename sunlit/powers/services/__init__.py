"""The acts on the list of powers."""

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

__all__ = [
    "cancel",
    "change_power",
    "delegate",
    "end_delegation",
    "hand_down",
    "list_power",
    "merge",
    "publish_power",
    "remove_material",
    "resume",
    "set_duty",
    "set_guide",
    "set_material",
    "set_risk",
    "set_situation",
    "suspend",
]
