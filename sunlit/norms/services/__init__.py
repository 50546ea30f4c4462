"""The acts on normative documents: the only code that writes one at the desk."""

from sunlit.norms.services.cleanups import (
    begin_clean_up,
    conclude,
    decide,
    propose,
    publish_result,
    review_legality,
)
from sunlit.norms.services.documents import register_document, replace_document
from sunlit.norms.services.drafting import (
    answer_comments,
    begin_draft,
    open_to_comments,
    rewrite_draft,
    skip_comments,
)
from sunlit.norms.services.gates import (
    decide_draft,
    drop_draft,
    file_document,
    hand_in,
    publish_draft,
    register_draft,
    review_draft,
    review_fairness,
    state_no_market,
)
from sunlit.norms.services.renewing import evaluate_document, renew_document
from sunlit.norms.services.texts import amend_document, enter_text, repeal_document

__all__ = [
    "amend_document",
    "answer_comments",
    "begin_clean_up",
    "begin_draft",
    "conclude",
    "decide",
    "decide_draft",
    "drop_draft",
    "enter_text",
    "evaluate_document",
    "file_document",
    "hand_in",
    "open_to_comments",
    "propose",
    "publish_draft",
    "publish_result",
    "register_document",
    "register_draft",
    "renew_document",
    "repeal_document",
    "replace_document",
    "review_draft",
    "review_fairness",
    "review_legality",
    "rewrite_draft",
    "skip_comments",
    "state_no_market",
]
