"""The records of disclosure."""

from sunlit.disclosure.models.attachments import Attachment
from sunlit.disclosure.models.catalogue import (
    IN_DAYS,
    Audience,
    Category,
    CategoryRole,
    FormerEntry,
    GuideSection,
    Retention,
    TimeLimit,
)
from sunlit.disclosure.models.chains import Countersignature, ReviewChain
from sunlit.disclosure.models.documents import Attribute, Ground, Matter, SourceDocument
from sunlit.disclosure.models.genres import Genre
from sunlit.disclosure.models.items import Item, Scope, Stage
from sunlit.disclosure.models.keeping import Keeping
from sunlit.disclosure.models.lexicon import LexiconEntry, WordGroup
from sunlit.disclosure.models.links import ApprovalLink, FailedSignature
from sunlit.disclosure.models.masking import MaskingRule
from sunlit.disclosure.models.papers import InternalRule, RuleStatus, YearDocument, YearDocumentKind
from sunlit.disclosure.models.reviews import Decision, Finding, SecrecyReview
from sunlit.disclosure.models.revisions import EarlierGround, Revision, RevisionKind, Version
from sunlit.disclosure.models.screenings import KeptFinding

__all__ = [
    "IN_DAYS",
    "ApprovalLink",
    "Attachment",
    "Attribute",
    "Audience",
    "Category",
    "CategoryRole",
    "Countersignature",
    "Decision",
    "EarlierGround",
    "FailedSignature",
    "Finding",
    "FormerEntry",
    "Genre",
    "Ground",
    "GuideSection",
    "InternalRule",
    "Item",
    "Keeping",
    "KeptFinding",
    "LexiconEntry",
    "MaskingRule",
    "Matter",
    "Retention",
    "ReviewChain",
    "Revision",
    "RevisionKind",
    "RuleStatus",
    "Scope",
    "SecrecyReview",
    "SourceDocument",
    "Stage",
    "TimeLimit",
    "Version",
    "WordGroup",
    "YearDocument",
    "YearDocumentKind",
]
