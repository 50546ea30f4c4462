"""What is typed in for the acts on normative documents."""

from sunlit.norms.forms.cleanups import CleanUpForm, ConclusionForm, ProposalForm, PublicationForm
from sunlit.norms.forms.documents import DocumentForm, SuccessorForm
from sunlit.norms.forms.drafts import (
    AnswerForm,
    BeginDraftForm,
    DraftTextForm,
    FairnessForm,
    FilingForm,
    LegalityForm,
    MeetingForm,
    NumberForm,
    OpenForm,
    PublishDraftForm,
    ReasonForm,
    SkipForm,
)
from sunlit.norms.forms.texts import (
    AmendForm,
    EvaluationForm,
    RenewalForm,
    RepealForm,
    TextForm,
)

__all__ = [
    "AmendForm",
    "AnswerForm",
    "BeginDraftForm",
    "CleanUpForm",
    "ConclusionForm",
    "DocumentForm",
    "DraftTextForm",
    "EvaluationForm",
    "FairnessForm",
    "FilingForm",
    "LegalityForm",
    "MeetingForm",
    "NumberForm",
    "OpenForm",
    "ProposalForm",
    "PublicationForm",
    "PublishDraftForm",
    "ReasonForm",
    "RenewalForm",
    "RepealForm",
    "SkipForm",
    "SuccessorForm",
    "TextForm",
]
