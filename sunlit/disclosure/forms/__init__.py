"""What is typed in for the acts on items."""

from sunlit.disclosure.forms.answering import FindingsForm, KeepForm, MaskForm
from sunlit.disclosure.forms.attachments import AttachForm, AttachmentForm, OpenOriginalForm
from sunlit.disclosure.forms.catalogue import (
    ElementsForm,
    EndCategoryForm,
    ListCategoryForm,
    RestateCategoryForm,
    TakeInStandardForm,
)
from sunlit.disclosure.forms.chains import ChainForm
from sunlit.disclosure.forms.documents import (
    DecideDisclosureForm,
    DraftFromDocumentForm,
    LinkItemForm,
    ReassessForm,
    RegisterForm,
)
from sunlit.disclosure.forms.drafting import DraftForm, ReviseForm
from sunlit.disclosure.forms.fields import DAY, PARAGRAPH, TEXT
from sunlit.disclosure.forms.gate import (
    ApprovalLinkForm,
    ApproveForm,
    SecrecyReviewForm,
    SendBackForm,
    SignForm,
)
from sunlit.disclosure.forms.interpreting import LinkInterpretationForm
from sunlit.disclosure.forms.keeping import ExtendRetentionForm, HandOverForm, SetKeepingForm
from sunlit.disclosure.forms.lexicon import AddWordForm, RetireWordForm, told_reach
from sunlit.disclosure.forms.masking import MaskingForm
from sunlit.disclosure.forms.publishing import (
    LimitDisplayForm,
    ScheduleForm,
    UnscheduleForm,
    WithdrawForm,
)
from sunlit.disclosure.forms.revising import BeginRevisionForm, DropRevisionForm
from sunlit.disclosure.forms.word import WordForm

__all__ = [
    "DAY",
    "PARAGRAPH",
    "TEXT",
    "AddWordForm",
    "ApprovalLinkForm",
    "ApproveForm",
    "AttachForm",
    "AttachmentForm",
    "BeginRevisionForm",
    "ChainForm",
    "DecideDisclosureForm",
    "DraftForm",
    "DraftFromDocumentForm",
    "DropRevisionForm",
    "ElementsForm",
    "EndCategoryForm",
    "ExtendRetentionForm",
    "FindingsForm",
    "HandOverForm",
    "KeepForm",
    "LimitDisplayForm",
    "LinkInterpretationForm",
    "LinkItemForm",
    "ListCategoryForm",
    "MaskForm",
    "MaskingForm",
    "OpenOriginalForm",
    "ReassessForm",
    "RegisterForm",
    "RestateCategoryForm",
    "RetireWordForm",
    "ReviseForm",
    "ScheduleForm",
    "SecrecyReviewForm",
    "SendBackForm",
    "SetKeepingForm",
    "SignForm",
    "TakeInStandardForm",
    "UnscheduleForm",
    "WithdrawForm",
    "WordForm",
    "told_reach",
]
