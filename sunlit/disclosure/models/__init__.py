"""The records of disclosure."""

from sunlit.disclosure.models.catalogue import Category, CategoryRole, GuideSection
from sunlit.disclosure.models.items import Decision, Item, Scope, SecrecyReview, Stage
from sunlit.disclosure.models.papers import InternalRule, RuleStatus, YearDocument, YearDocumentKind

__all__ = [
    "Category",
    "CategoryRole",
    "Decision",
    "GuideSection",
    "InternalRule",
    "Item",
    "RuleStatus",
    "Scope",
    "SecrecyReview",
    "Stage",
    "YearDocument",
    "YearDocumentKind",
]
