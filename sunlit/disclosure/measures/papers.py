"""The figures of reviews, of the agency's own rules, and of the documents of the year."""

from functools import partial

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from sunlit.disclosure import selectors, vocabulary
from sunlit.disclosure.lifecycle import Status
from sunlit.disclosure.models import (
    Decision,
    GuideSection,
    InternalRule,
    RuleStatus,
    SecrecyReview,
    YearDocument,
    YearDocumentKind,
)
from sunlit.measures.registry import Face, Measure, Part, register

RULES_ON = {
    "information": _("Rules on the handling of information"),
    "secrecy_review": _("Rules on secrecy review"),
    "accountability": _("Rules on accountability"),
    "annual_report": _("Rules on the annual report"),
    "assessment": _("Rules on assessment and social review"),
    "complaints": _("Rules on complaints and reports"),
    "one_stop": _("Rules on the service window"),
}


def _review(review: SecrecyReview) -> Face:
    """What was reviewed may be told only where it was published."""
    item = review.item
    is_public = item is not None and item.status == Status.PUBLISHED
    return Face(
        id=review.code,
        number=review.code,
        title=item.title if item and is_public else "",
        url=item.get_absolute_url() if item and is_public else "",
        day=review.drafted_on,
        facts=((_("conclusion"), review.get_decision_display()),),
    )


def _decided(review: SecrecyReview) -> Face:
    facts = (
        (_("conclusion"), review.get_decision_display()),
        (_("ground of the conclusion"), review.ground),
    )
    return Face(id=review.code, number=review.code, title="", day=review.approved_on, facts=facts)


def _rule(rule: InternalRule) -> Face:
    facts = (
        (_("document number"), rule.document_number),
        (_("how it came"), rule.get_status_display()),
    )
    return Face(id=rule.code, number=rule.code, title=rule.name, day=rule.issued_on, facts=facts)


def _document(document: YearDocument) -> Face:
    facts = ((_("kind"), document.get_kind_display()), (_("submitted on"), document.submitted_on))
    return Face(
        id=document.code,
        number=document.code,
        title=document.title,
        day=document.compiled_on,
        facts=facts,
    )


def _guide_section(section: GuideSection) -> Face:
    number = f"{section.year}/{section.position}"
    return Face(id=number, number=number, title=section.title)


RULE_PARTS = {"name": Part("name", _("name")), "topic": Part("topic", _("topic"))}
KIND_OF_DOCUMENT = {"kind": Part("kind", _("kind"), YearDocumentKind)}

register(
    Measure(
        code="disclosure.reviews",
        label=_("Secrecy reviews"),
        counts=_("secrecy reviews of what was drafted in the year"),
        basis="disclosure.secrecy_review",
        population=selectors.reviews_concluded_in,
        face=_review,
    ),
    Measure(
        code="disclosure.withheld",
        label=_("Drafts withheld after review"),
        counts=_("secrecy reviews decided in the year: may not be published"),
        basis="disclosure.withheld",
        population=partial(selectors.reviews_decided_in, decision=Decision.WITHHOLD),
        face=_decided,
    ),
    Measure(
        code="disclosure.published_changed",
        label=_("Drafts approved after changes"),
        counts=_("secrecy reviews decided in the year: may be published after changes"),
        basis="disclosure.secrecy_review",
        population=partial(selectors.reviews_decided_in, decision=Decision.PUBLISH_CHANGED),
        face=_decided,
    ),
    Measure(
        code="disclosure.rules_made",
        label=_("Internal rules made or revised"),
        counts=_("the agency's own rules, new or revised, issued in the year"),
        basis="disclosure.content",
        population=selectors.rules_issued_in,
        meets=Q(status__in=[RuleStatus.NEW, RuleStatus.REVISED]),
        face=_rule,
        parts=RULE_PARTS,
    ),
    Measure(
        code="disclosure.rules",
        label=_("Internal rules in force"),
        counts=_("the agency's own rules in force at the end of the year"),
        basis="disclosure.content",
        population=selectors.rules_of_year,
        face=_rule,
        parts=RULE_PARTS,
    ),
    *(
        Measure(
            code=f"disclosure.rules_on_{subject}",
            label=label,
            counts=_("the agency's own rules on this subject in force at the end of the year"),
            basis="disclosure.content",
            population=selectors.rules_of_year,
            meets=Q(topic__in=vocabulary.topics_of(subject)),
            face=_rule,
        )
        for subject, label in RULES_ON.items()
    ),
    Measure(
        code="disclosure.year_documents",
        label=_("Documents of the year"),
        counts=_("documents compiled for the year of open government"),
        basis="disclosure.annual_report",
        population=selectors.documents_of_year,
        face=_document,
        parts=KIND_OF_DOCUMENT,
    ),
    Measure(
        code="disclosure.documents_submitted",
        label=_("Documents of the year submitted"),
        counts=_("documents compiled for the year that were handed in where they are owed"),
        basis="disclosure.annual_report",
        population=selectors.documents_of_year,
        meets=Q(submitted_on__isnull=False) & ~Q(submitted_to=""),
        face=_document,
        parts=KIND_OF_DOCUMENT,
    ),
    Measure(
        code="disclosure.documents_on_notice",
        label=_("Documents of the year that a notice asked for"),
        counts=_("documents compiled for the year on a notice from above, and handed in"),
        basis="disclosure.annual_report",
        population=selectors.documents_of_year,
        meets=Q(submitted_on__isnull=False) & ~Q(ground=""),
        face=_document,
        parts=KIND_OF_DOCUMENT,
    ),
    Measure(
        code="disclosure.guide_sections",
        label=_("Sections of the disclosure guide"),
        counts=_("sections of the guide as it stood in the year"),
        basis="disclosure.guide_and_catalogue",
        population=selectors.guide_of_year,
        face=_guide_section,
        parts={"about": Part("body__contains", _("speaks of"))},
    ),
)
