"""Recruitment and tenders for tests, and folders with them."""

from datetime import date
from pathlib import Path
from typing import Any

from sunlit.dossiers import intake, services
from sunlit.dossiers.models import Dossier, DossierTemplate, Lot, Stage, Vacancy
from sunlit.dossiers.rules import StageRule
from sunlit.intake.folder import Folder
from sunlit.kernel.wording import Wording
from sunlit.organization.models import Official, Role
from sunlit.organization.services import records_post
from tests.organization.factories import agency, office, official

OPENED = date(2012, 6, 20)

RECRUITMENT = """\
project: 2012年公开选招
plan_doc: 城管〔2012〕31号
planned: 2
hired: 2
posts:
  - {code: CG01, unit: DS01, name: 信息受理岗, number: 1, requirement: 大专及以上}
  - {code: CG02, unit: DS02, name: 财务岗, number: 1}
stages:
  - {seq: 1, name: 选招公告, start: 2012-06-25, end: 2012-07-06, published: 2012-06-25, public: true, result: 公布岗位2个, figures: {posts: 2}, by: 组织人事科科长}
  - {seq: 2, name: 笔试, start: 2012-08-04, end: 2012-08-04, published: 2012-08-10, public: true, result: 公布成绩, by: 市人事考试机构}
  - {seq: 3, name: 聘用, start: 2012-09-20, end: 2012-09-21, public: false, result: 签订聘用合同, by: 局长}
successful_candidates:
  - {post: CG01, admission_no: CG2012-0104, written: 76.5, interview: 82.4, total: 78.86}
  - {post: CG02, admission_no: CG2012-0211, written: 81.0, interview: 80.6, total: 80.84, note: 递补}
scoring: 综合成绩=笔试60%+面试40%
"""  # noqa: E501

TENDER = """\
project: 户外广告位公开招标
project_no: HWGG-01
handled_by: KS09
lots:
  - {code: A, name: 立柱广告位, base_price_wan: 96.0, bidders: 6, winner: 投标人 A-03, price_wan: 131.65}
  - {code: B, name: 候车亭灯箱, base_price_wan: 58.0, bidders: 2}
stages:
  - {seq: 1, name: 招标公告, start: 2012-07-02, end: 2012-07-06, published: 2012-07-02, public: true, note: 发售5日}
  - {seq: 2, name: 中标通知, start: 2012-08-06, end: 2012-08-06, published: 2012-08-06, public: true, note: 发出通知书}
  - {seq: 3, name: 结果公开, start: 2012-08-31, end: 2012-08-31, published: 2012-08-31, public: true, note: 公布结果}
objection:
  received: 2012-08-01
  from: 投标人 B-02
  content: 对评分提出异议
  replied: 2012-08-03
  result: 异议不成立
"""  # noqa: E501


def dossier(kind: str = "recruitment", code: str = "XZ01") -> Dossier:
    """Return a dossier opened on 20 June 2012, with its stages, all still to come."""
    return services.open_dossier(
        agency=agency(),
        by=official(Role.CLERK, username=f"opens-{code}"),
        today=OPENED,
        kind=kind,
        code=code,
        title="公开选招",
        office="",
        basis_document="城管〔2012〕31号",
    )


STAGES = (
    StageRule("公告", Wording("事项和办法", "what and how"), within=5, words=(("公告",),)),
    StageRule("公示", Wording("结果", "the result"), least_days=7),
    StageRule("复查", is_required=False),
    StageRule("决定", decides=True),
)


def keeper() -> Official:
    """Return the approver who keeps the templates."""
    kept = Official.objects.filter(username="keeper").first()
    return kept or official(Role.APPROVER, username="keeper")


def template(code: str = "relocation", **parts: object) -> DossierTemplate:
    """Return a template of four stages, one of which is optional, in force since 20 June 2012."""
    terms: dict[str, Any] = {
        "agency": agency(),
        "by": keeper(),
        "today": OPENED,
        "code": code,
        "name": "征收补偿",
        "kind": "other",
        "since": OPENED,
        "document": "城管〔2012〕40号",
        "stages": STAGES,
    }
    return services.establish_template(**(terms | parts))


def doubted() -> Stage:
    """Return a public stage whose text says nothing."""
    made = dossier()
    publish_all(made, until=1)
    Stage.objects.filter(dossier=made, seq=1).update(result="略")
    return made.stages.get(seq=1)


def vacancy(of: Dossier, code: str = "CG01", *, places: int = 1) -> Vacancy:
    """Return a vacancy of a dossier."""
    return Vacancy.objects.create(
        dossier=of, code=code, name="信息受理岗", office=office("DS01"), places=places
    )


def lot(of: Dossier, code: str = "A") -> Lot:
    """Return a lot of a dossier that is not awarded yet."""
    return Lot.objects.create(dossier=of, code=code, name="立柱广告位", base_price=960000)


def publish_all(of: Dossier, *, until: int = 99) -> None:
    """Make the stages of a dossier public, up to and including one."""
    Stage.objects.filter(dossier=of, seq__lte=until).update(
        starts_on=OPENED, ends_on=OPENED, published_on=OPENED, is_public=True, result="已公布"
    )


def taken(path: Path, *, recruitment: str = RECRUITMENT, tender: str = TENDER) -> Folder:
    """Take in a folder with a recruitment and a tender; offices DS01, DS02 and KS09 are known."""
    (path / "recruitment.yaml").write_text(recruitment, encoding="utf-8")
    (path / "tender.yaml").write_text(tender, encoding="utf-8")
    folder = Folder(path, year=2012)
    folder.agency = agency()
    folder.by = records_post(folder.agency, today=OPENED)
    folder.shelve("office", {code: office(code) for code in ("DS01", "DS02", "KS09")})
    intake.take(folder)
    folder.write_ledger()
    return folder
