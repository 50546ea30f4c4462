"""The registers of the guide, of internal rules and of documents of the year."""

from collections.abc import Sequence

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from sunlit.design.columns import choice, day, quoted, text
from sunlit.design.registers import Column, Field, Filter, Label, Register, register
from sunlit.disclosure.models import (
    GuideSection,
    InternalRule,
    RuleStatus,
    YearDocument,
    YearDocumentKind,
)
from sunlit.organization.models import Official, Role

EVERYBODY = frozenset(Role)


def _sections(by: Official) -> QuerySet[GuideSection]:
    return GuideSection.objects.filter(agency=by.agency).order_by("-year", "position")


def _rules(by: Official) -> QuerySet[InternalRule]:
    rules = InternalRule.objects.filter(agency=by.agency)
    return rules.select_related("office").order_by("code", "-issued_on")


def _documents(by: Official) -> QuerySet[YearDocument]:
    return YearDocument.objects.filter(agency=by.agency).order_by("-year", "code")


def _statuses(_by: Official) -> Sequence[tuple[str, Label]]:
    return [(status.value, status.label) for status in RuleStatus]


def _kinds(_by: Official) -> Sequence[tuple[str, Label]]:
    return [(kind.value, kind.label) for kind in YearDocumentKind]


def _rule_state(rule: InternalRule) -> tuple[str, Label]:
    if rule.ended_on:
        return "neutral", _("no longer in force")
    return "done", _("in force")


register(
    Register(
        name="guide",
        label=_("Disclosure guide"),
        intro=_("The sections of the disclosure guide, year by year."),
        model=GuideSection,
        roles=EVERYBODY,
        records=_sections,
        number=lambda section: f"{section.year}/{section.position}",
        title=Field("title"),
        columns=(text("year", _("Year")),),
        facts=(
            text("year", _("Year")),
            quoted("body", _("Text")),
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
        number=Field("code"),
        title=Field("name"),
        columns=(
            quoted("topic", _("Topic")),
            quoted("document_number", _("Document number")),
            day("issued_on", _("Issued on")),
            Column(label=_("State"), value=_rule_state, kind="state"),
        ),
        facts=(
            quoted("topic", _("Topic")),
            quoted("document_number", _("Document number")),
            choice("status", _("How it came")),
            quoted("office.name", _("Office")),
            day("issued_on", _("Issued on")),
            day("published_on", _("Published on")),
            day("ended_on", _("Ended on")),
            quoted("body", _("Text")),
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
        number=Field("code"),
        title=Field("title"),
        columns=(
            choice("kind", _("Kind")),
            day("compiled_on", _("Compiled on")),
            day("published_on", _("Published on")),
            day("submitted_on", _("Submitted on")),
        ),
        facts=(
            text("year", _("Year")),
            choice("kind", _("Kind")),
            day("compiled_on", _("Compiled on")),
            quoted("compiled_by", _("Compiled by")),
            quoted("checked_by", _("Checked by")),
            quoted("signed_by", _("Signed by")),
            day("published_on", _("Published on")),
            day("submitted_on", _("Submitted on")),
            quoted("submitted_to", _("Submitted to")),
            quoted("purpose", _("Purpose")),
            quoted("ground", _("Occasion")),
        ),
        filters=(Filter(name="kind", label=_("Kind"), lookup="kind", choices=_kinds),),
        searched=("code", "title"),
    ),
)
