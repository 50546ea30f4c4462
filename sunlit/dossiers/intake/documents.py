"""What recruitment.yaml and tender.yaml must look like."""

from typing import Annotated

from pydantic import Field

from sunlit.dossiers import rules
from sunlit.intake.rows import Amount, Code, Count, Day, Row, YesNo

Score = Annotated[Amount, Field(le=9999, decimal_places=2)]
WanYuan = Annotated[Amount, Field(max_digits=14, decimal_places=6)]
"""An amount in units of ten thousand yuan."""
RECRUITMENT_CODE = "ZP01"  # 招聘: where the file gives the recruitment no number of its own


class StagePart(Row):
    """A stage, as both files write it."""

    seq: Count
    name: str
    start: Day
    end: Day
    published: Day | None = None
    public: YesNo
    figures: dict[str, Count] = {}
    by: str = ""
    told: str

    @property
    def days(self) -> rules.StageDays:
        """The stage's days, as the rules take them."""
        return rules.StageDays(self.seq, self.name, self.start, self.end, self.published)


class RecruitmentStagePart(StagePart):
    """A stage of a recruitment."""

    told: str = Field(alias="result")


class TenderStagePart(StagePart):
    """A stage of a tender."""

    told: str = Field(alias="note")


class VacancyPart(Row):
    """A vacancy."""

    code: Code
    unit: Code
    name: str
    number: Count
    requirement: str = ""


class CandidatePart(Row):
    """A successful candidate."""

    post: Code
    admission_no: Code
    written: Score
    interview: Score
    total: Score
    note: str = ""


class SupervisionPart(Row):
    """Whom to call about the recruitment."""

    phone: str = ""
    by: str = ""


class RecruitmentDocument(Row):
    """recruitment.yaml."""

    project: str
    project_no: Code = RECRUITMENT_CODE
    plan_doc: str
    approved_by: str = ""
    planned: Count | None = None
    hired: Count | None = None
    posts: tuple[VacancyPart, ...]
    stages: tuple[RecruitmentStagePart, ...]
    successful_candidates: tuple[CandidatePart, ...]
    scoring: str = ""
    supervision: SupervisionPart | None = None


class LotPart(Row):
    """A lot."""

    code: Code
    name: str
    base_price_wan: WanYuan
    bidders: Count
    winner: str = ""
    price_wan: WanYuan | None = None


class ObjectionPart(Row):
    """A bidder's objection."""

    received: Day
    raised_by: str = Field(alias="from")
    content: str
    replied: Day | None = None
    result: str = ""


class TenderDocument(Row):
    """tender.yaml."""

    project: str
    project_no: Code
    owner: str = ""
    handled_by: Code
    agency: str = ""
    venue: str = ""
    term: str = ""
    lots: tuple[LotPart, ...]
    stages: tuple[TenderStagePart, ...]
    objection: ObjectionPart | None = None
