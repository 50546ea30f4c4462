"""Normative documents and clean-ups for tests, and folders with them."""

from datetime import date
from pathlib import Path

from sunlit.intake.folder import Folder
from sunlit.norms import intake, services
from sunlit.norms.lifecycle import Status
from sunlit.norms.models import CleanUp, CleanUpDecision, Decision, NormativeDocument, Principle
from sunlit.organization.services import records_post
from tests.disclosure import factories as items
from tests.organization.factories import agency, office

BODY = "第一条　门前责任区由临街单位负责。\n第二条　违反本办法的,处五十元罚款。"
EVALUATED = date(2012, 7, 2)
ISSUED = date(2009, 6, 12)
BEGUN = date(2012, 8, 1)
REVIEWED = date(2012, 8, 24)
DECIDED = date(2012, 9, 7)
PUBLISHED = date(2012, 9, 14)

TABLE = """\
norm_id,title,doc_no,issued_on,decision,principle,reason,unit,reviewed_on,legal_review_by,decided_on,published_on,publish_channel,cleanup_doc
GF01,遮阳棚通知,城管〔2003〕17号,2003-05-20,废止,废,缺乏上位法依据,KS06,2012-08-24,政策法规科科长,2012-09-07,2012-09-14,局网站;公开栏,城管〔2012〕36号
GF02,门前责任区办法,城管〔2009〕19号,2009-06-12,保留,立,依据充分,KS06,2012-08-24,政策法规科科长,2012-09-07,2012-09-14,局网站,城管〔2012〕36号
GF03,裁量规则,城管〔2010〕41号,2010-10-15,修改,改,幅度须修订,KS04,2012-08-24,政策法规科科长,2012-09-07,,,城管〔2012〕36号
GF04,停车通知,城管〔2001〕2号,2001-01-15,失效,废,调整对象消失,KS04,2012-08-24,政策法规科科长,2012-09-07,2012-09-14,局网站,城管〔2012〕36号
"""


def document(code: str = "GF08", **changes: object) -> NormativeDocument:
    """Return a normative document issued on 12 June 2009."""
    terms = {
        "agency": agency(),
        "code": code,
        "title": "门前责任区管理办法",
        "document_number": "城管〔2009〕19号",
        "issued_on": ISSUED,
        "office": office(),
    }
    return NormativeDocument.objects.create(**terms | changes)


def with_text(**changes: object) -> NormativeDocument:
    """Return a document whose text has been entered as a public item has it."""
    made = document(**changes)
    text = items.published(title=made.title, body=BODY)
    return services.enter_text(
        record_id=made.pk, by=items.clerk(), today=items.TODAY, item=text.index_number
    )


def evaluated(outcome: str = "renew", **changes: object) -> NormativeDocument:
    """Return a document that ends with the year 2012 and has been evaluated."""
    made = document(valid_until=date(2012, 12, 31), **changes)
    return services.evaluate_document(
        record_id=made.pk, by=items.head(), today=EVALUATED, outcome=outcome, finding="实施有效"
    )


def clean_up() -> CleanUp:
    """Return a clean-up begun on 1 August 2012."""
    return CleanUp.objects.create(
        agency=agency(), year=2012, code="2012-1", name="规范性文件清理", begun_on=BEGUN
    )


def proposal(
    decision: Decision = Decision.REPEAL, status: Status = Status.PROPOSED
) -> CleanUpDecision:
    """Return what is proposed, or further on, about a document, with the days of its status."""
    steps = [*Status].index(status)
    return CleanUpDecision.objects.create(
        clean_up=clean_up(),
        document=document(),
        decision=decision,
        principle=Principle.ABOLISH,
        reason="与上位法抵触",
        status=status,
        reviewed_on=REVIEWED if steps > 0 else None,
        decided_on=DECIDED if steps > 1 else None,
        published_on=PUBLISHED if steps > 2 else None,
    )


def taken(path: Path, text: str = TABLE, *, year: int = 2012) -> Folder:
    """Take in a folder that holds nothing but a clean-up; offices KS04 and KS06 are known."""
    (path / "normative_documents.csv").write_text(text, encoding="utf-8")
    folder = Folder(path, year=year)
    folder.agency = agency()
    folder.by = records_post(folder.agency, today=BEGUN)
    folder.shelve("office", {code: office(code) for code in ("KS04", "KS06")})
    intake.take(folder)
    folder.write_ledger()
    return folder
