"""Who may do what on an item, and when. No official takes two of the steps of the gate."""

from sunlit.disclosure.policies.answering import (
    has_mask,
    why_not_as_it_stands,
    why_not_keep,
    why_not_mask,
    why_not_say,
)
from sunlit.disclosure.policies.attachments import (
    why_not_attach,
    why_not_open_original,
    why_not_remove_attachment,
    why_not_this_file,
    why_not_with_these_files,
)
from sunlit.disclosure.policies.chains import (
    why_not_chain,
    why_not_chain_since,
    why_not_countersign,
    why_not_set_chain,
)
from sunlit.disclosure.policies.documents import (
    why_not_decide_disclosure,
    why_not_draft_from,
    why_not_register,
    why_not_so,
)
from sunlit.disclosure.policies.drafting import DRAFTERS, why_not_draft, why_not_revise
from sunlit.disclosure.policies.gate import (
    DECISIONS,
    why_not_approve,
    why_not_decide,
    why_not_secrecy_review,
    why_not_section_review,
    why_not_send_back,
)
from sunlit.disclosure.policies.interpreting import (
    CONTENT,
    why_not_ask_for_interpretation,
    why_not_interpret,
    why_not_link_interpretation,
    why_not_unlink_interpretation,
)
from sunlit.disclosure.policies.keeping import (
    HAND_OVER,
    RETENTION,
    why_not_confirm,
    why_not_extend_retention,
    why_not_hand_over,
    why_not_set_keeping,
    wrote,
)
from sunlit.disclosure.policies.links import (
    why_not_issue_link,
    why_not_link_for,
    why_not_use,
    wrong_code,
)
from sunlit.disclosure.policies.masking import (
    PRIVACY,
    why_not_form,
    why_not_masked_since,
    why_not_set_masking,
)
from sunlit.disclosure.policies.publishing import (
    why_not_as_decided,
    why_not_public,
    why_not_publish,
    why_not_withdraw,
)
from sunlit.disclosure.policies.revising import (
    CORRECTION,
    why_not_begin_revision,
    why_not_drop_revision,
    why_not_file_otherwise,
    why_not_replace,
)
from sunlit.disclosure.policies.stages import REVIEW
from sunlit.disclosure.policies.timing import (
    PUBLISH,
    Times,
    why_not_limit_display,
    why_not_schedule,
    why_not_then,
    why_not_unschedule,
    why_not_until,
)

__all__ = [
    "CONTENT",
    "CORRECTION",
    "DECISIONS",
    "DRAFTERS",
    "HAND_OVER",
    "PRIVACY",
    "PUBLISH",
    "RETENTION",
    "REVIEW",
    "Times",
    "has_mask",
    "why_not_approve",
    "why_not_as_decided",
    "why_not_as_it_stands",
    "why_not_ask_for_interpretation",
    "why_not_attach",
    "why_not_begin_revision",
    "why_not_chain",
    "why_not_chain_since",
    "why_not_confirm",
    "why_not_countersign",
    "why_not_decide",
    "why_not_decide_disclosure",
    "why_not_draft",
    "why_not_draft_from",
    "why_not_drop_revision",
    "why_not_extend_retention",
    "why_not_file_otherwise",
    "why_not_form",
    "why_not_hand_over",
    "why_not_interpret",
    "why_not_issue_link",
    "why_not_keep",
    "why_not_limit_display",
    "why_not_link_for",
    "why_not_link_interpretation",
    "why_not_mask",
    "why_not_masked_since",
    "why_not_open_original",
    "why_not_public",
    "why_not_publish",
    "why_not_register",
    "why_not_remove_attachment",
    "why_not_replace",
    "why_not_revise",
    "why_not_say",
    "why_not_schedule",
    "why_not_secrecy_review",
    "why_not_section_review",
    "why_not_send_back",
    "why_not_set_chain",
    "why_not_set_keeping",
    "why_not_set_masking",
    "why_not_so",
    "why_not_then",
    "why_not_this_file",
    "why_not_unlink_interpretation",
    "why_not_unschedule",
    "why_not_until",
    "why_not_use",
    "why_not_with_these_files",
    "why_not_withdraw",
    "wrong_code",
    "wrote",
]
