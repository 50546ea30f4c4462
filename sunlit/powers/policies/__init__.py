"""Who may change the list of powers, its flow charts and delegations, and when."""

from sunlit.powers.policies.charts import (
    why_not_in_force_from,
    why_not_put_in_force,
    why_not_send_to_gate,
    why_not_upload,
    why_not_withdraw_version,
)
from sunlit.powers.policies.delegations import (
    why_not_delegate,
    why_not_delegate_this,
    why_not_end_delegation,
)
from sunlit.powers.policies.entries import (
    guide_basis,
    why_not_cancel,
    why_not_change,
    why_not_end,
    why_not_guide,
    why_not_hand_down,
    why_not_list,
    why_not_merge,
    why_not_open_case,
    why_not_publish,
    why_not_remove_material,
    why_not_resume,
    why_not_set_responsibilities,
    why_not_suspend,
    why_not_word,
)
from sunlit.powers.policies.sheets import (
    why_not_hand_in_sheet,
    why_not_take_off_sheet,
    why_not_this_material,
    why_not_this_sheet,
)

__all__ = [
    "guide_basis",
    "why_not_cancel",
    "why_not_change",
    "why_not_delegate",
    "why_not_delegate_this",
    "why_not_end",
    "why_not_end_delegation",
    "why_not_guide",
    "why_not_hand_down",
    "why_not_hand_in_sheet",
    "why_not_in_force_from",
    "why_not_list",
    "why_not_merge",
    "why_not_open_case",
    "why_not_publish",
    "why_not_put_in_force",
    "why_not_remove_material",
    "why_not_resume",
    "why_not_send_to_gate",
    "why_not_set_responsibilities",
    "why_not_suspend",
    "why_not_take_off_sheet",
    "why_not_this_material",
    "why_not_this_sheet",
    "why_not_upload",
    "why_not_withdraw_version",
    "why_not_word",
]
