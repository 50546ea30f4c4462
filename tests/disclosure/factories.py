"""Categories, officials and items for tests, and folders with what disclosure takes in."""

import csv
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from sunlit.disclosure import intake, services
from sunlit.disclosure.models import (
    Category,
    CategoryRole,
    GuideSection,
    Item,
    LexiconEntry,
    MaskingRule,
    ReviewChain,
    SourceDocument,
)
from sunlit.disclosure.rules import USUAL_CHAIN, ChainStep, StepKind
from sunlit.disclosure.uploads import take_in
from sunlit.intake.folder import Folder
from sunlit.organization.models import Official, Role, Zone
from sunlit.organization.services import give_roles, records_post
from tests.organization.factories import DAY, agency, office

MADE = date(2012, 6, 4)
TODAY = date(2012, 6, 8)
LATER = date(2012, 6, 15)
"""A Friday, a week later, and before the end of the time limit for publication."""
GUIDE = "# 指南\n\n## 一、主动公开指南\n范围与方式。\n\n## 二、依申请公开指南\n受理机构。\n"

TABLES = {
    "catalogue.csv": """\
catalogue_code,category,name,frequency,unit,disclosure,channel,format,responsible_post,items_2012
DT01,工作动态,部门动态,每周,KS01,主动公开,局网站;公开栏,网页,科长,1
GK03,公开制度,制度文件,形成后20个工作日,KS01,主动公开,局网站,网页,办公室主任,1
JG04,机构信息,科室职责,变更后5个工作日,KS04,主动公开,局网站,网页,科长,1
SQ01,依申请公开,案卷材料,依申请,KS01,依申请公开,当面,复制件,办公室主任,
""",
    "rules.csv": """\
rule_id,name,topic,doc_no,issued_on,published_on,status,unit,body
ZD01,信息管理制度,信息管理,城管〔2012〕13号,2012-03-14,2012-03-19,新出台,KS01,一、统一归口。
ZD13,首问负责制,机关效能,城管〔2010〕35号,2010-07-05,2010-07-05,沿用,KS01,首问负责。
""",
    "confidentiality_reviews.csv": """\
review_id,title,item_id,unit,drafted_on,drafted_by,unit_reviewed_on,unit_reviewed_by,\
secrecy_reviewed_on,secrecy_reviewed_by,approved_on,approved_by,decision,ground,published_on
BM2012-0001,召开务虚会,XX2012-0001,KS01,2012-01-05,信息员,2012-01-05,办公室主任,\
2012-01-05,保密审查员,2012-01-05,分管领导,同意公开,不涉及秘密,2012-01-05
BM2012-0002,信息管理制度,XX2012-0002,KS01,2012-03-14,信息员,2012-03-15,办公室主任,\
2012-03-16,保密审查员,2012-03-16,分管领导,修改后公开,隐去电话,2012-03-19
BM2012-0003,法规科职责,XX2012-0003,KS04,2012-03-12,信息员,2012-03-12,科长,\
2012-03-12,保密审查员,2012-03-12,分管领导,同意公开,不涉及秘密,2012-03-12
BM2012-B01,来访情况摘要,,KS04,2012-02-16,信息员,2012-02-16,科长,\
2012-02-17,保密审查员,2012-02-20,纪委书记,不予公开,涉及个人隐私,
""",
    "items.csv": """\
item_id,index_no,index_org,index_month,index_serial,review_id,title,category,subcategory,\
catalogue_code,doc_no,made_date,published_date,unit,zone,scope,disclosure_stage,disclosure,\
channels,is_news,link_type,link_id,body
XX2012-0001,000201200/201201-00001,000201200,201201,00001,BM2012-0001,召开务虚会,工作动态,部门动态,\
DT01,,2012-01-05,2012-01-05,KS01,Z1,一般,过程,主动公开,局网站,是,,,会议提出四条主线。
XX2012-0002,000201200/201203-00002,000201200,201203,00002,BM2012-0002,信息管理制度,公开制度,制度文件,\
GK03,城管〔2012〕13号,2012-03-14,2012-03-19,KS01,Z1,重点,结果,主动公开,局网站,否,rule,ZD01,制度全文。
XX2012-0003,000201200/201203-00001,000201200,201203,00001,BM2012-0003,法规科职责,机构信息,科室职责,\
JG04,,2012-03-12,2012-03-12,KS04,,一般,结果,主动公开,局网站,否,org,KS04,职责全文。
""",
    "annual_documents.csv": """\
doc_id,title,kind,compiled_on,published_on,submitted_on,submitted_to,purpose,basis,compiled_by,\
checked_by,signed_by
BS-1,2011年度报告,年度报告,2012-03-16,2012-03-21,2012-03-22,市政府办公室,备案,,公开办,督查科,局长
""",
}


def category(
    code: str = "DT01",
    *,
    name: str = "部门动态",
    role: CategoryRole = CategoryRole.NEWS,
    is_proactive: bool = True,
) -> Category:
    """Return the category of this code, made if need be."""
    found, _is_new = Category.objects.get_or_create(
        agency=agency(),
        code=code,
        defaults={
            "group": "工作动态",
            "name": name,
            "role": role,
            "frequency": "每周",
            "office": office(),
            "is_proactive": is_proactive,
            "channels": ["局网站"],
            "responsible_post": "科长",
            "since": date(2012, 1, 1),
        },
    )
    return found


def staff(username: str, *roles: Role, at: str = "KS01") -> Official:
    """Return the official of this name, made if need be, with these roles, in an office."""
    found, is_new = Official.objects.get_or_create(
        username=username,
        defaults={"post": f"{username}岗", "agency": agency(), "office": office(at)},
    )
    if is_new:
        give_roles(found, roles, since=DAY)
    return found


def clerk() -> Official:
    """Return the disclosure clerk, who drafts and publishes."""
    return staff("clerk", Role.CLERK)


def head() -> Official:
    """Return the head of the section."""
    return staff("head", Role.SECTION_HEAD)


def reviewer() -> Official:
    """Return the secrecy reviewer."""
    return staff("reviewer", Role.SECRECY_REVIEWER)


def approver() -> Official:
    """Return the approver."""
    return staff("approver", Role.APPROVER)


def drafted(**changes: object) -> Item:
    """Draft an item, as the clerk, unless told otherwise."""
    terms = {
        "agency": agency(),
        "by": clerk(),
        "today": TODAY,
        "office": office().code,
        "category": category().code,
        "title": "清运车辆检修",
        "body": "共检修28台,车主手机已登记。",
        "made_on": MADE,
    }
    return services.draft(**terms | changes)


def section_reviewed(**changes: object) -> Item:
    """Return an item to which the section has agreed."""
    return services.section_review(record_id=drafted(**changes).pk, by=head(), today=TODAY)


def chain(*before_secrecy: ChainStep, before_decision: Sequence[ChainStep] = ()) -> ReviewChain:
    """Set the chain of the usual category, with these steps beside the usual ones."""
    section, secrecy, decision = USUAL_CHAIN
    return services.set_chain(
        agency=agency(),
        by=admin(),
        today=DAY,
        category=category().code,
        since=DAY,
        steps=[section, *before_secrecy, secrecy, *before_decision, decision],
        document="局发〔2012〕8号",
    )


def admin() -> Official:
    """Return the administrator."""
    return staff("admin", Role.ADMINISTRATOR)


def masking(**changes: object) -> MaskingRule:
    """Let mobiles be masked but for their last two digits, from today on, unless told otherwise."""
    terms = {
        "agency": agency(),
        "by": admin(),
        "today": TODAY,
        "kind": "mobile",
        "first": 0,
        "last": 2,
        "sign": "*",
        "since": TODAY,
        "reason": "市政务公开办要求",
    }
    return services.set_masking(**terms | changes)


def own_word(**changes: object) -> LexiconEntry:
    """Add a mark of secrecy to the agency's lexicon, as the reviewer, unless told otherwise."""
    terms = {
        "agency": agency(),
        "by": reviewer(),
        "today": TODAY,
        "group": "secrecy",
        "text": "内参专报",
        "reason": "本局内部刊物名称",
    }
    return services.add_word(**terms | changes)


LEGAL = ChainStep(StepKind.COUNTERSIGN, 3, "法制审核", Role.LEADER)


def to_countersign(**changes: object) -> Item:
    """Return an item whose next step is the review of its legality, by the leader."""
    chain(LEGAL)
    return section_reviewed(**changes)


def secrecy_reviewed(finding: str = "ok", **changes: object) -> Item:
    """Return an item that has been reviewed for secrecy."""
    item = section_reviewed(**changes)
    needed = {
        "changes": {"ground": "隐去手机", "body": "共检修28台。"},
        "withhold": {"ground": "涉密"},
    }
    return services.secrecy_review(
        record_id=item.pk, by=reviewer(), today=TODAY, finding=finding, **needed.get(finding, {})
    )


def approved(**changes: object) -> Item:
    """Return an item that may be published."""
    item = secrecy_reviewed(**changes)
    return services.approve(record_id=item.pk, by=approver(), today=TODAY, decision="publish")


def published(**changes: object) -> Item:
    """Return a published item."""
    return services.publish(record_id=approved(**changes).pk, by=clerk(), today=TODAY)


def scheduled(publish_on: date = LATER, **changes: object) -> Item:
    """Return an item that waits for the day of its publication."""
    item = approved(**changes)
    return services.schedule(record_id=item.pk, by=clerk(), today=TODAY, publish_on=publish_on)


def revising(item: Item | None = None, **changes: object) -> Item:
    """Begin a correction of a published item, as the clerk, unless told otherwise."""
    terms = {"kind": "correction", "reason": "台数有误", "today": TODAY, "by": clerk()}
    return services.begin_revision(record_id=(item or published()).pk, **terms | changes)


def reworded(draft: Item, *, on: date = TODAY, **words: str) -> Item:
    """Write a draft of the clerk's anew, in other words."""
    filed = {"category": draft.category.code, "made_on": draft.made_on}
    texts = {"title": draft.title, "body": draft.body, "document_number": draft.document_number}
    return services.revise(record_id=draft.pk, by=clerk(), today=on, **filed | texts | words)


def passed(draft: Item, *, on: date = TODAY) -> Item:
    """Let a draft pass the gate up to the decision."""
    services.section_review(record_id=draft.pk, by=head(), today=on)
    services.secrecy_review(record_id=draft.pk, by=reviewer(), today=on, finding="ok")
    return services.approve(record_id=draft.pk, by=approver(), today=on, decision="publish")


def revised(item: Item | None = None, *, on: date = TODAY, **terms: object) -> Item:
    """Return a published item whose text has been replaced; `title` and `body` are the new ones."""
    words = {name: str(terms.pop(name)) for name in ("title", "body") if name in terms}
    draft = revising(item, today=on, **terms)
    approved_draft = passed(reworded(draft, on=on, **words or {"body": "共检修29台。"}), on=on)
    return services.publish(record_id=approved_draft.pk, by=clerk(), today=on)


def to_read_again(months: int = 6) -> Item:
    """Return a public item of a category whose items are read again after some months."""
    item = published()
    Category.objects.filter(pk=item.category_id).update(review_months=months)
    return Item.objects.get(pk=item.pk)


def owing_elements() -> Item:
    """Return a public item of a category for which the catalogue names content elements."""
    item = published()
    Category.objects.filter(pk=item.category_id).update(elements=["职责", "电话"])
    return Item.objects.get(pk=item.pk)


def kept_for(years: int) -> Item:
    """Return a public item of a category whose records are kept for some years."""
    item = published()
    Category.objects.filter(pk=item.category_id).update(retention_years=years)
    return Item.objects.get(pk=item.pk)


def interpreting(document: Item | None = None) -> Item:
    """Return the draft of an interpretation of a public document."""
    number = (document or published()).index_number
    return services.link_interpretation(
        record_id=drafted(title="一图读懂").pk, by=clerk(), today=TODAY, document=number
    )


def with_attachment(**changes: object) -> Item:
    """Return a draft with a file."""
    item = drafted(**changes)
    upload = take_in("说明.txt", "检修说明".encode())
    return services.attach_file(record_id=item.pk, by=clerk(), today=TODAY, file=upload)


def document(**changes: object) -> SourceDocument:
    """Register a document at its source, as the head of the section."""
    terms = {
        "agency": agency(),
        "by": head(),
        "today": TODAY,
        "office": office().code,
        "title": "关于清运车辆检修的通知",
        "genre": "notice",
        "made_on": MADE,
        "document_number": "城管〔2012〕21号",
    }
    return services.register_document(**terms | changes)


def open_document() -> SourceDocument:
    """Return a document that is open to all."""
    return services.decide_disclosure(
        record_id=document().pk, by=clerk(), today=TODAY, attribute="open"
    )


def withheld_document(*, on: date = TODAY, ground: str = "third_party") -> SourceDocument:
    """Return a document that is withheld since a day."""
    made = document(today=on, made_on=min(MADE, on))
    return services.decide_disclosure(
        record_id=made.pk, by=reviewer(), today=on, attribute="withheld", ground=ground,
        reason="涉及第三方",
    )  # fmt: skip


def guide_section(body: str) -> GuideSection:
    """Write a section of this year's guide."""
    return GuideSection.objects.create(
        agency=agency(), year=TODAY.year, position=1, title="主动公开指南", body=body
    )


def cell(file: str, line: int, column: str, value: str) -> str:
    """Return the text of a table with one cell changed; lines are counted as faults count them."""
    rows = [*csv.reader(TABLES[file].splitlines())]
    rows[line - 1][rows[0].index(column)] = value
    return "".join(",".join(row) + "\n" for row in rows)


def without(file: str, line: int) -> str:
    """Return the text of a table without one line."""
    lines = TABLES[file].splitlines(keepends=True)
    return "".join(lines[: line - 1] + lines[line:])


def moved_to_2013() -> dict[str, str]:
    """Return the texts of all tables, a year later, by their names."""
    return {
        file.removesuffix(".csv"): text.replace("2012", "2013").replace("000201300", "000201200")
        for file, text in TABLES.items()
    }


def taken(path: Path, *, year: int = 2012, **changed: str) -> Folder:
    """Take in a folder with what disclosure keeps; `items="…"` gives items.csv another text."""
    for file, text in TABLES.items():
        (path / file).write_text(changed.get(file.removesuffix(".csv"), text), encoding="utf-8")
    (path / "guides.md").write_text(changed.get("guides", GUIDE), encoding="utf-8")
    folder = Folder(path, year=year)
    folder.agency = agency()
    folder.by = records_post(folder.agency, today=TODAY)
    zone, _is_new = Zone.objects.get_or_create(agency=agency(), code="Z1", name="中心城区")
    folder.shelve("office", {code: office(code) for code in ("KS01", "KS04")})
    folder.shelve("zone", {"Z1": zone})
    intake.take(folder)
    folder.write_ledger()
    return folder
