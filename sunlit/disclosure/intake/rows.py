"""A row of items.csv, and a row of confidentiality_reviews.csv: each names the other."""

from typing import Annotated

from pydantic import BeforeValidator

from sunlit.disclosure.intake.texts import Line, Number, Short, Title
from sunlit.disclosure.models import Decision, Scope, Stage
from sunlit.intake.rows import Code, Day, Listed, Row, YesNo, coded

SCOPES = {"重点": Scope.KEY, "一般": Scope.GENERAL}
STAGES = {"决策": Stage.DECISION, "过程": Stage.PROCESS, "结果": Stage.RESULT}
DECISIONS = {
    "同意公开": Decision.PUBLISH,
    "修改后公开": Decision.PUBLISH_CHANGED,
    "不予公开": Decision.WITHHOLD,
}


class ItemRow(Row):
    """A row of items.csv."""

    item_id: Code
    index_no: Number
    index_org: str
    index_month: str
    index_serial: str
    review_id: Code
    title: Title
    category: Short = ""
    subcategory: Short = ""
    catalogue_code: Code
    doc_no: Number = ""
    made_date: Day
    published_date: Day
    unit: Code
    zone: Code | None = None
    scope: Annotated[Scope, BeforeValidator(coded(SCOPES))]
    disclosure_stage: Annotated[Stage, BeforeValidator(coded(STAGES))]
    channels: Listed = ()
    is_news: YesNo
    link_type: Code | None = None
    link_id: Code | None = None
    body: str


class ReviewRow(Row):
    """A row of confidentiality_reviews.csv."""

    review_id: Code
    title: Title
    item_id: Code | None = None
    unit: Code
    drafted_on: Day
    drafted_by: Line
    unit_reviewed_on: Day
    unit_reviewed_by: Line
    secrecy_reviewed_on: Day
    secrecy_reviewed_by: Line
    approved_on: Day
    approved_by: Line
    decision: Annotated[Decision, BeforeValidator(coded(DECISIONS))]
    ground: Title
    published_on: Day | None = None
