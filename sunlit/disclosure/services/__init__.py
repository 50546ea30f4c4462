"""The acts on items: the only code that writes one at the desk."""

from sunlit.disclosure.services.answering import keep_findings, mask_findings
from sunlit.disclosure.services.attachments import (
    attach_file,
    open_original,
    remove_attachment,
)
from sunlit.disclosure.services.catalogue import (
    end_category,
    list_category,
    name_elements,
    restate_category,
    take_in_standard,
)
from sunlit.disclosure.services.chains import countersign, set_chain
from sunlit.disclosure.services.documents import (
    decide_disclosure,
    draft_from_document,
    link_item,
    reassess,
    register_document,
)
from sunlit.disclosure.services.drafting import draft, draft_from_word, revise
from sunlit.disclosure.services.gate import FITS, approve, secrecy_review, section_review, send_back
from sunlit.disclosure.services.interpreting import (
    ask_for_interpretation,
    link_interpretation,
    unlink_interpretation,
)
from sunlit.disclosure.services.keeping import (
    confirm_current,
    extend_retention,
    hand_over,
    set_keeping,
)
from sunlit.disclosure.services.lexicon import add_word, retire_word
from sunlit.disclosure.services.links import approve_by_link, issue_approval_link
from sunlit.disclosure.services.masking import set_masking
from sunlit.disclosure.services.publishing import publish, withdraw
from sunlit.disclosure.services.revising import begin_revision, drop_revision
from sunlit.disclosure.services.timing import (
    expire,
    limit_display,
    publish_when_due,
    schedule,
    unschedule,
)

__all__ = [
    "FITS",
    "add_word",
    "approve",
    "approve_by_link",
    "ask_for_interpretation",
    "attach_file",
    "begin_revision",
    "confirm_current",
    "countersign",
    "decide_disclosure",
    "draft",
    "draft_from_document",
    "draft_from_word",
    "drop_revision",
    "end_category",
    "expire",
    "extend_retention",
    "hand_over",
    "issue_approval_link",
    "keep_findings",
    "limit_display",
    "link_interpretation",
    "link_item",
    "list_category",
    "mask_findings",
    "name_elements",
    "open_original",
    "publish",
    "publish_when_due",
    "reassess",
    "register_document",
    "remove_attachment",
    "restate_category",
    "retire_word",
    "revise",
    "schedule",
    "secrecy_review",
    "section_review",
    "send_back",
    "set_chain",
    "set_keeping",
    "set_masking",
    "take_in_standard",
    "unlink_interpretation",
    "unschedule",
    "withdraw",
]
