"""Taking in the agency's own rules, and the documents of the year."""

from collections.abc import Mapping
from datetime import date
from typing import Annotated

from django.utils.translation import gettext as _
from pydantic import BeforeValidator

from sunlit.disclosure import events
from sunlit.disclosure.intake.texts import Line, Number, Short, Title
from sunlit.disclosure.models import InternalRule, RuleStatus, YearDocument, YearDocumentKind
from sunlit.intake.folder import Folder
from sunlit.intake.rows import Code, Day, Row, coded

RULES_FILE, DOCUMENTS_FILE = "rules.csv", "annual_documents.csv"
RULE_BASIS = "disclosure.content"
STATUSES = {
    "新出台": RuleStatus.NEW,
    "修订": RuleStatus.REVISED,
    "沿用": RuleStatus.CONTINUED,
}
KINDS = {
    "年度报告": YearDocumentKind.ANNUAL_REPORT,
    "年度计划": YearDocumentKind.YEAR_PLAN,
    "半年小结": YearDocumentKind.HALF_YEAR_SUMMARY,
    "年度总结": YearDocumentKind.YEAR_SUMMARY,
    "自评报告": YearDocumentKind.SELF_ASSESSMENT,
}
BASES = {
    YearDocumentKind.ANNUAL_REPORT: "disclosure.annual_report",
    YearDocumentKind.YEAR_PLAN: "planning.plan",
    YearDocumentKind.HALF_YEAR_SUMMARY: "report.self_assessment",
    YearDocumentKind.YEAR_SUMMARY: "report.self_assessment",
    YearDocumentKind.SELF_ASSESSMENT: "report.self_assessment",
}


class RuleRow(Row):
    """A row of rules.csv."""

    rule_id: Code
    name: Line
    topic: Short
    doc_no: Number
    issued_on: Day
    published_on: Day | None = None
    status: Annotated[RuleStatus, BeforeValidator(coded(STATUSES))]
    unit: Code
    body: str


class DocumentRow(Row):
    """A row of annual_documents.csv."""

    doc_id: Code
    title: Line
    kind: Annotated[YearDocumentKind, BeforeValidator(coded(KINDS))]
    compiled_on: Day
    published_on: Day | None = None
    submitted_on: Day | None = None
    submitted_to: Line = ""
    purpose: Short = ""
    basis: Title = ""
    compiled_by: Line
    checked_by: Line = ""
    signed_by: Line = ""


def take_rules(folder: Folder) -> None:
    """Take in the agency's own rules, a standing register that keeps each version."""
    rows = folder.table(RULES_FILE, RuleRow, key="rule_id")
    came = _how_rules_came(folder)
    versions = {}
    for row in rows:
        folder.in_order(row, "issued_on", "published_on")
        _warn_of_status(folder, row)
        if rule := _rule(folder, row, came):
            versions[rule.version] = rule
    stored = folder.restate(InternalRule, versions, key="version", ends="ended_on")
    by_code = {rule.code: rule for rule in stored.records.values()}
    folder.promise("rule", [row.rule_id for row in rows])
    folder.shelve("rule", by_code)
    for row in rows:
        rule = by_code.get(row.rule_id)
        if rule and rule.version in stored.told:
            _enter_rule(folder, row, rule)


def _how_rules_came(folder: Folder) -> Mapping[tuple[str, date], str]:
    known = InternalRule.objects.filter(agency=folder.agency).order_by("code")
    return {
        (code, issued_on): status
        for code, issued_on, status in known.values_list("code", "issued_on", "status")
    }


def _warn_of_status(folder: Folder, row: RuleRow) -> None:
    if (row.status == RuleStatus.CONTINUED) == (row.issued_on.year == folder.year):
        reason = _("The status does not fit the day of issue, %(day)s.")
        folder.warn(row, "status", reason % {"day": row.issued_on})


def _rule(
    folder: Folder, row: RuleRow, came: Mapping[tuple[str, date], str]
) -> InternalRule | None:
    """Return the rule as issued; one that is continued keeps how it came in its first year."""
    office = folder.find("office", row.unit, row, "unit")
    if office is None:
        return None
    status = row.status.value
    if row.status == RuleStatus.CONTINUED:
        status = came.get((row.rule_id, row.issued_on), status)
    return InternalRule(
        agency=folder.agency,
        code=row.rule_id,
        name=row.name,
        topic=row.topic,
        document_number=row.doc_no,
        issued_on=row.issued_on,
        published_on=row.published_on,
        status=status,
        office=office,
        body=row.body,
    )


def _enter_rule(folder: Folder, row: RuleRow, rule: InternalRule) -> None:
    if row.status == RuleStatus.CONTINUED:
        continued = events.RuleContinued(code=row.rule_id, issued_on=row.issued_on)
        day = date(folder.year, 1, 1)
        folder.enter(continued, rule, day=day, basis=RULE_BASIS, row=row)
        return
    issued = events.RuleIssued(
        code=row.rule_id, name=row.name, document_number=row.doc_no, status=row.status
    )
    folder.enter(issued, rule, day=row.issued_on, basis=RULE_BASIS, row=row)
    if row.published_on:
        shown = events.RulePublished(code=row.rule_id)
        folder.enter(shown, rule, day=row.published_on, basis=RULE_BASIS, row=row)


def take_documents(folder: Folder) -> None:
    """Take in the documents that the year of open government needed."""
    rows = folder.table(DOCUMENTS_FILE, DocumentRow, key="doc_id")
    documents = []
    for row in rows:
        folder.in_order(row, "compiled_on", "published_on")
        folder.in_order(row, "compiled_on", "submitted_on")
        documents.append(_document(folder, row))
    folder.save(YearDocument, documents)
    for row, document in zip(rows, documents, strict=True):
        _enter_document(folder, row, document)


def _document(folder: Folder, row: DocumentRow) -> YearDocument:
    return YearDocument(
        agency=folder.agency,
        year=folder.year,
        code=row.doc_id,
        title=row.title,
        kind=row.kind,
        compiled_on=row.compiled_on,
        published_on=row.published_on,
        submitted_on=row.submitted_on,
        submitted_to=row.submitted_to,
        purpose=row.purpose,
        ground=row.basis,
        compiled_by=row.compiled_by,
        checked_by=row.checked_by,
        signed_by=row.signed_by,
    )


def _enter_document(folder: Folder, row: DocumentRow, document: YearDocument) -> None:
    basis = BASES[row.kind]
    compiled = events.DocumentCompiled(code=row.doc_id, title=row.title)
    post = row.compiled_by
    folder.enter(compiled, document, day=row.compiled_on, basis=basis, row=row, post=post)
    if row.published_on:
        shown = events.DocumentPublished(code=row.doc_id, title=row.title)
        folder.enter(shown, document, day=row.published_on, basis=basis, row=row)
    if row.submitted_on:
        sent = events.DocumentSubmitted(code=row.doc_id, submitted_to=row.submitted_to)
        folder.enter(sent, document, day=row.submitted_on, basis=basis, row=row)
