"""The figures that disclosure can give."""

from functools import partial

from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from sunlit.disclosure import selectors
from sunlit.disclosure.lifecycle import Status
from sunlit.disclosure.models import (
    Category,
    CategoryRole,
    Decision,
    InternalRule,
    Item,
    RuleStatus,
    Scope,
    SecrecyReview,
    YearDocument,
)
from sunlit.measures.registry import Face, Measure, face_with_page, register

OF_CATEGORY = {
    "news": (CategoryRole.NEWS, _("Department news published")),
    "leaders": (CategoryRole.LEADERS, _("Items on the leaders")),
    "agency_duties": (CategoryRole.DUTIES, _("Items on the duties of the agency")),
    "structure": (CategoryRole.STRUCTURE, _("Items on the organisation of the agency")),
    "office_duties": (CategoryRole.OFFICE_DUTIES, _("Items on the duties of the offices")),
    "laws": (CategoryRole.LAWS, _("Laws and regulations published")),
    "ministry_rules": (CategoryRole.MINISTRY_RULES, _("Ministry rules published")),
    "notices": (CategoryRole.NOTICES, _("Notices published")),
    "year_plans": (CategoryRole.YEAR_PLAN, _("Plans of the year published")),
    "recruitment_items": (CategoryRole.RECRUITMENT, _("Items on recruitment")),
    "tender_items": (CategoryRole.TENDERS, _("Items on tenders")),
    "culture_items": (CategoryRole.CULTURE, _("Items on culture and education")),
    "guides": (CategoryRole.GUIDES, _("Disclosure guides published")),
    "catalogues": (CategoryRole.CATALOGUES, _("Disclosure catalogues published")),
    "annual_reports": (CategoryRole.ANNUAL_REPORTS, _("Annual reports published")),
    "clean_up_notices": (CategoryRole.CLEAN_UP, _("Results of clean-ups published")),
}


def _item(item: Item) -> Face:
    return face_with_page(
        number=item.index_number,
        title=item.title,
        url=item.get_absolute_url(),
        day=item.published_on,
        facts=((_("category"), item.category.name), (_("office"), item.office.name)),
    )


def _category(category: Category) -> Face:
    facts = ((_("main category"), category.group), (_("office"), category.office.name))
    return Face(id=category.code, number=category.code, title=category.name, facts=facts)


def _review(review: SecrecyReview) -> Face:
    """What was reviewed may be told only where it was published."""
    item = review.item
    is_public = item is not None and item.status == Status.PUBLISHED
    return Face(
        id=review.code,
        number=review.code,
        title=review.title if is_public else "",
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


register(
    Measure(
        code="disclosure.items",
        label=_("Items published"),
        counts=_("items published in the year and not withdrawn by its end"),
        basis="disclosure.publish",
        population=selectors.items_published_in,
        face=_item,
    ),
    *(
        Measure(
            code=f"disclosure.{code}",
            label=label,
            counts=_("items of this kind of category, published in the year"),
            basis="disclosure.content",
            population=selectors.items_published_in,
            meets=Q(category__role=role),
            face=_item,
        )
        for code, (role, label) in OF_CATEGORY.items()
    ),
    Measure(
        code="disclosure.key_matters",
        label=_("Key matters published"),
        counts=_("items on key matters, published in the year"),
        basis="disclosure.content",
        population=selectors.items_published_in,
        meets=Q(scope=Scope.KEY),
        face=_item,
    ),
    Measure(
        code="disclosure.published_in_time",
        label=_("Items published in time"),
        counts=_("items published in the year, within the limit that the law sets"),
        basis="disclosure.publish",
        population=selectors.items_published_in,
        meets=Q(published_on__lte=F("due_on")),
        face=_item,
    ),
    Measure(
        code="disclosure.categories",
        label=_("Categories of proactive disclosure"),
        counts=_("categories of proactive disclosure in the catalogue at the end of the year"),
        basis="disclosure.guide_and_catalogue",
        population=selectors.catalogue_of_year,
        meets=Q(is_proactive=True),
        face=_category,
    ),
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
    ),
    Measure(
        code="disclosure.rules",
        label=_("Internal rules in force"),
        counts=_("the agency's own rules in force at the end of the year"),
        basis="disclosure.content",
        population=selectors.rules_of_year,
        face=_rule,
    ),
    Measure(
        code="disclosure.year_documents",
        label=_("Documents of the year"),
        counts=_("documents compiled for the year of open government"),
        basis="disclosure.annual_report",
        population=selectors.documents_of_year,
        face=_document,
    ),
)
