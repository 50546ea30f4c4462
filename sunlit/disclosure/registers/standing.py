"""The registers of categories, of the guide, of internal rules and of documents of the year."""

from collections.abc import Sequence

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from sunlit.design.registers import Column, Filter, Label, Register, register
from sunlit.disclosure.models import (
    Category,
    GuideSection,
    InternalRule,
    RuleStatus,
    YearDocument,
    YearDocumentKind,
)
from sunlit.organization.models import Official, Role

EVERYBODY = frozenset(Role)


def _categories(by: Official) -> QuerySet[Category]:
    categories = Category.objects.filter(agency=by.agency)
    return categories.select_related("office").order_by("code")


def _sections(by: Official) -> QuerySet[GuideSection]:
    return GuideSection.objects.filter(agency=by.agency).order_by("-year", "position")


def _rules(by: Official) -> QuerySet[InternalRule]:
    rules = InternalRule.objects.filter(agency=by.agency)
    return rules.select_related("office").order_by("code", "-issued_on")


def _documents(by: Official) -> QuerySet[YearDocument]:
    return YearDocument.objects.filter(agency=by.agency).order_by("-year", "code")


def _ways(_by: Official) -> Sequence[tuple[str, Label]]:
    return [("True", _("proactive")), ("False", _("on application"))]


def _statuses(_by: Official) -> Sequence[tuple[str, Label]]:
    return [(status.value, status.label) for status in RuleStatus]


def _kinds(_by: Official) -> Sequence[tuple[str, Label]]:
    return [(kind.value, kind.label) for kind in YearDocumentKind]


def _way(category: Category) -> Label:
    return _("proactive") if category.is_proactive else _("on application")


def _rule_state(rule: InternalRule) -> tuple[str, Label]:
    if rule.ended_on:
        return "neutral", _("no longer in force")
    return "done", _("in force")


register(
    Register(
        name="categories",
        label=_("Catalogue"),
        intro=_("The disclosure catalogue: what is owed, how often, by whom."),
        model=Category,
        roles=EVERYBODY,
        records=_categories,
        number=lambda category: category.code,
        title=lambda category: category.name,
        columns=(
            Column(label=_("Main category"), value=lambda category: category.group, kind="quoted"),
            Column(label=_("Updated"), value=lambda category: category.frequency, kind="quoted"),
            Column(label=_("Office"), value=lambda category: category.office.name, kind="quoted"),
            Column(label=_("Way of disclosure"), value=_way),
        ),
        facts=(
            Column(label=_("Main category"), value=lambda category: category.group, kind="quoted"),
            Column(label=_("What it is for"), value=lambda category: category.get_role_display()),
            Column(label=_("Way of disclosure"), value=_way),
            Column(label=_("Updated"), value=lambda category: category.frequency, kind="quoted"),
            Column(label=_("Office"), value=lambda category: category.office.name, kind="quoted"),
            Column(
                label=_("Responsible post"),
                value=lambda category: category.responsible_post,
                kind="quoted",
            ),
            Column(
                label=_("Channels"),
                value=lambda category: "、".join(category.channels),
                kind="quoted",
            ),
            Column(label=_("Format"), value=lambda category: category.format, kind="quoted"),
            Column(label=_("Since"), value=lambda category: category.since, kind="day"),
            Column(
                label=_("Ended on"),
                value=lambda category: category.ended_on,
                kind="day",
            ),
        ),
        filters=(
            Filter(name="way", label=_("Way of disclosure"), lookup="is_proactive", choices=_ways),
        ),
        searched=("code", "group", "name"),
    ),
    Register(
        name="guide",
        label=_("Disclosure guide"),
        intro=_("The sections of the disclosure guide, year by year."),
        model=GuideSection,
        roles=EVERYBODY,
        records=_sections,
        number=lambda section: f"{section.year}/{section.position}",
        title=lambda section: section.title,
        columns=(Column(label=_("Year"), value=lambda section: section.year),),
        facts=(
            Column(label=_("Year"), value=lambda section: section.year),
            Column(label=_("Text"), value=lambda section: section.body, kind="quoted"),
        ),
        searched=("title", "body"),
    ),
    Register(
        name="internal-rules",
        label=_("Internal rules"),
        intro=_("The rules that the agency made for its own work, each version by its day."),
        model=InternalRule,
        roles=EVERYBODY,
        records=_rules,
        number=lambda rule: rule.code,
        title=lambda rule: rule.name,
        columns=(
            Column(label=_("Topic"), value=lambda rule: rule.topic, kind="quoted"),
            Column(
                label=_("Document number"), value=lambda rule: rule.document_number, kind="quoted"
            ),
            Column(label=_("Issued on"), value=lambda rule: rule.issued_on, kind="day"),
            Column(label=_("State"), value=_rule_state, kind="state"),
        ),
        facts=(
            Column(label=_("Topic"), value=lambda rule: rule.topic, kind="quoted"),
            Column(
                label=_("Document number"), value=lambda rule: rule.document_number, kind="quoted"
            ),
            Column(label=_("How it came"), value=lambda rule: rule.get_status_display()),
            Column(label=_("Office"), value=lambda rule: rule.office.name, kind="quoted"),
            Column(label=_("Issued on"), value=lambda rule: rule.issued_on, kind="day"),
            Column(label=_("Published on"), value=lambda rule: rule.published_on, kind="day"),
            Column(label=_("Ended on"), value=lambda rule: rule.ended_on, kind="day"),
            Column(label=_("Text"), value=lambda rule: rule.body, kind="quoted"),
        ),
        filters=(
            Filter(name="status", label=_("How it came"), lookup="status", choices=_statuses),
        ),
        searched=("code", "name", "topic", "document_number"),
    ),
    Register(
        name="year-documents",
        label=_("Documents of the year"),
        intro=_("What was compiled, published and submitted for each year of open government."),
        model=YearDocument,
        roles=EVERYBODY,
        records=_documents,
        number=lambda document: document.code,
        title=lambda document: document.title,
        columns=(
            Column(label=_("Kind"), value=lambda document: document.get_kind_display()),
            Column(label=_("Compiled on"), value=lambda document: document.compiled_on, kind="day"),
            Column(
                label=_("Published on"), value=lambda document: document.published_on, kind="day"
            ),
            Column(
                label=_("Submitted on"), value=lambda document: document.submitted_on, kind="day"
            ),
        ),
        facts=(
            Column(label=_("Year"), value=lambda document: document.year),
            Column(label=_("Kind"), value=lambda document: document.get_kind_display()),
            Column(label=_("Compiled on"), value=lambda document: document.compiled_on, kind="day"),
            Column(
                label=_("Compiled by"), value=lambda document: document.compiled_by, kind="quoted"
            ),
            Column(
                label=_("Checked by"), value=lambda document: document.checked_by, kind="quoted"
            ),
            Column(label=_("Signed by"), value=lambda document: document.signed_by, kind="quoted"),
            Column(
                label=_("Published on"), value=lambda document: document.published_on, kind="day"
            ),
            Column(
                label=_("Submitted on"), value=lambda document: document.submitted_on, kind="day"
            ),
            Column(
                label=_("Submitted to"), value=lambda document: document.submitted_to, kind="quoted"
            ),
            Column(label=_("Purpose"), value=lambda document: document.purpose, kind="quoted"),
            Column(label=_("Occasion"), value=lambda document: document.ground, kind="quoted"),
        ),
        filters=(Filter(name="kind", label=_("Kind"), lookup="kind", choices=_kinds),),
        searched=("code", "title"),
    ),
)
