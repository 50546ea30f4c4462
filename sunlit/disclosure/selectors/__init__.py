"""Readings of what is published, what is on its way, and how much time is left."""

from sunlit.disclosure.models.items import SHOWN
from sunlit.disclosure.selectors.attachments import (
    findings_in_attachments,
    public_attachment,
    why_not_readable,
)
from sunlit.disclosure.selectors.catalogue import (
    catalogue,
    catalogue_of_year,
    catalogue_with_newest,
    guide_of_year,
)
from sunlit.disclosure.selectors.chains import chain_for, chain_set, chains_set, step_clock
from sunlit.disclosure.selectors.clocks import publication_clock, publication_due_on
from sunlit.disclosure.selectors.documents import (
    document_clock,
    documents_open_to,
    documents_unsettled,
    item_to_link,
)
from sunlit.disclosure.selectors.interpreting import (
    documents_without_interpretation,
    interpretation_clock,
    public_interpretations,
)
from sunlit.disclosure.selectors.items import (
    GATE_KEEPERS,
    item_by_index_number,
    items_indexed,
    items_of_category,
    items_open_to,
    items_published_in,
    items_reviewed,
    neighbours,
    published_items,
    sections_shown,
    zones_covered,
)
from sunlit.disclosure.selectors.keeping import (
    NOTICE_OF_END,
    items_to_read_again,
    keeping_of,
    kept_until,
    last_read_on,
    records_to_appraise,
    review_due_on,
)
from sunlit.disclosure.selectors.links import (
    approvers,
    digest_of_secret,
    link_by_token,
    token_of,
)
from sunlit.disclosure.selectors.masking import latest_masking_rule, masking_of, masking_rules
from sunlit.disclosure.selectors.papers import (
    documents_of_year,
    reviews_concluded_in,
    reviews_decided_in,
    rules_in_force,
    rules_issued_in,
    rules_of_year,
)
from sunlit.disclosure.selectors.revisions import ToldVersion, latest_revision, versions_told
from sunlit.disclosure.selectors.screening import (
    findings_in,
    lexicon_of,
    open_findings,
    open_in_texts,
    open_to_section,
    public_not_screened,
    public_with_findings,
)
from sunlit.disclosure.selectors.timing import past_their_last_day, to_be_published

__all__ = [
    "GATE_KEEPERS",
    "NOTICE_OF_END",
    "SHOWN",
    "ToldVersion",
    "approvers",
    "catalogue",
    "catalogue_of_year",
    "catalogue_with_newest",
    "chain_for",
    "chain_set",
    "chains_set",
    "digest_of_secret",
    "document_clock",
    "documents_of_year",
    "documents_open_to",
    "documents_unsettled",
    "documents_without_interpretation",
    "findings_in",
    "findings_in_attachments",
    "guide_of_year",
    "interpretation_clock",
    "item_by_index_number",
    "item_to_link",
    "items_indexed",
    "items_of_category",
    "items_open_to",
    "items_published_in",
    "items_reviewed",
    "items_to_read_again",
    "keeping_of",
    "kept_until",
    "last_read_on",
    "latest_masking_rule",
    "latest_revision",
    "lexicon_of",
    "link_by_token",
    "masking_of",
    "masking_rules",
    "neighbours",
    "open_findings",
    "open_in_texts",
    "open_to_section",
    "past_their_last_day",
    "public_attachment",
    "public_interpretations",
    "public_not_screened",
    "public_with_findings",
    "publication_clock",
    "publication_due_on",
    "published_items",
    "records_to_appraise",
    "review_due_on",
    "reviews_concluded_in",
    "reviews_decided_in",
    "rules_in_force",
    "rules_issued_in",
    "rules_of_year",
    "sections_shown",
    "step_clock",
    "to_be_published",
    "token_of",
    "versions_told",
    "why_not_readable",
    "zones_covered",
]
