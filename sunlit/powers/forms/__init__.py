"""What is typed in for the acts on powers."""

from sunlit.powers.forms.charts import InForceForm, ToGateForm, UploadChartForm, WithdrawChartForm
from sunlit.powers.forms.delegations import DelegateForm, EndDelegationForm
from sunlit.powers.forms.entries import ChangeForm, ListForm
from sunlit.powers.forms.guides import GuideForm, MaterialForm, RemoveMaterialForm
from sunlit.powers.forms.life import CancelForm, HandDownForm, MergeForm, ReasonForm
from sunlit.powers.forms.responsibilities import DutyForm, RiskForm, SituationForm
from sunlit.powers.forms.sheets import HandInSheetForm, TakeOffSheetForm
from sunlit.powers.forms.wording import ArticleTextForm

__all__ = [
    "ArticleTextForm",
    "CancelForm",
    "ChangeForm",
    "DelegateForm",
    "DutyForm",
    "EndDelegationForm",
    "GuideForm",
    "HandDownForm",
    "HandInSheetForm",
    "InForceForm",
    "ListForm",
    "MaterialForm",
    "MergeForm",
    "ReasonForm",
    "RemoveMaterialForm",
    "RiskForm",
    "SituationForm",
    "TakeOffSheetForm",
    "ToGateForm",
    "UploadChartForm",
    "WithdrawChartForm",
]
