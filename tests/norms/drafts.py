"""Drafts of normative documents for tests, at each stage of their way."""

from datetime import date
from typing import Any

import pytest

from sunlit.disclosure.models import Item
from sunlit.kernel.refusals import Refused
from sunlit.ledger.models import Entry
from sunlit.norms import services
from sunlit.norms.models import DraftNorm
from sunlit.organization.models import Official, Role
from tests.disclosure import factories as items
from tests.disclosure.factories import staff
from tests.organization.factories import agency, office

BODY = "第一条　为了规范户外广告设置,制定本办法。\n第二条　本办法自公布之日起施行。"
BEGUN = date(2025, 3, 3)
UNTIL = date(2025, 4, 3)
ANSWERED = date(2025, 4, 7)
REVIEWED = date(2025, 4, 15)
MET = date(2025, 4, 16)
NUMBERED = date(2025, 4, 17)
PUBLISHED = date(2025, 4, 18)


def drafter() -> Official:
    """Return the official who writes the text."""
    return staff("drafter", Role.CLERK, Role.SECTION_HEAD, Role.LEGAL_REVIEWER, Role.APPROVER)


def clerk() -> Official:
    """Return the disclosure clerk."""
    return staff("clerk", Role.CLERK)


def lawyer() -> Official:
    """Return the legal reviewer, who is an approver as well."""
    return staff("lawyer", Role.LEGAL_REVIEWER, Role.APPROVER, at="KS06")


def head() -> Official:
    """Return a section head who reviewed nothing."""
    return staff("another-head", Role.SECTION_HEAD, at="KS08")


def leader() -> Official:
    """Return the leader who enters what the meeting decided."""
    return staff("leader", Role.LEADER)


def begun(**changes: Any) -> DraftNorm:
    """Begin a draft in March 2025, unless told otherwise."""
    terms: dict[str, Any] = {
        "agency": agency(),
        "by": drafter(),
        "today": BEGUN,
        "code": "CA01",
        "title": "户外广告设置办法",
        "office": office("KS01").code,
        "body": BODY,
        "explanation": "现行规定已满五年,须重新制定。",
        "assessment": "确有必要,切实可行。",
        "involves_market": True,
    }
    return services.begin_draft(**terms | changes)


def opened(**changes: Any) -> DraftNorm:
    """Return a draft that is open to comments for a month."""
    return open_up(begun(**changes))


def open_up(draft: DraftNorm, **changes: Any) -> DraftNorm:
    """Open a draft to comments, as the clerk, for a month."""
    terms = {
        "by": clerk(),
        "today": BEGUN,
        "until": UNTIL,
        "how": "信函寄至市城市管理局办公室。",
        "urgency": "",
    }
    return services.open_to_comments(record_id=draft.pk, **terms | changes)


def heard(**changes: Any) -> DraftNorm:
    """Return a draft on which four comments came, three of them adopted."""
    draft = opened(**changes)
    return services.answer_comments(
        record_id=draft.pk, by=clerk(), today=ANSWERED, received=4, adopted=3,
        feedback="一条意见超出本办法的调整范围,未予采纳。",
    )  # fmt: skip


def fair(**changes: Any) -> DraftNorm:
    """Return a draft that does not restrict competition."""
    draft = heard(**changes)
    return services.review_fairness(
        record_id=draft.pk, by=lawyer(), today=ANSWERED, outcome="passed", opinion="未排除竞争。"
    )


def handed_in(**changes: Any) -> DraftNorm:
    """Return a draft in legality review."""
    return services.hand_in(record_id=fair(**changes).pk, by=drafter(), today=ANSWERED)


def review(draft: DraftNorm, **changes: Any) -> DraftNorm:
    """Review the legality of a draft, as the legal section; it passes unless told otherwise."""
    terms = {
        "by": lawyer(),
        "today": REVIEWED,
        "outcome": "passed",
        "opinion": "内容合法。",
        "hurry": "",
    }
    return services.review_draft(record_id=draft.pk, **terms | changes)


def reviewed(**changes: Any) -> DraftNorm:
    """Return a draft that passed the legality review."""
    return review(handed_in(**changes))


def decide(draft: DraftNorm, **changes: Any) -> DraftNorm:
    """Enter that the meeting adopted a draft, as the leader, unless told otherwise."""
    terms = {
        "by": leader(),
        "today": MET,
        "meeting": "局长办公会第7次会议",
        "met_on": MET,
        "outcome": "passed",
        "dissent": "",
    }
    return services.decide_draft(record_id=draft.pk, **terms | changes)


def decided(**changes: Any) -> DraftNorm:
    """Return a draft that the meeting adopted."""
    return decide(reviewed(**changes))


def register(draft: DraftNorm, **changes: Any) -> DraftNorm:
    """Register a draft under a number, as the clerk, unless told otherwise."""
    terms = {
        "by": clerk(),
        "today": NUMBERED,
        "code": "GF20",
        "document_number": "城管规〔2025〕1号",
        "in_force_from": date(2025, 5, 1),
        "valid_until": date(2030, 4, 30),
    }
    return services.register_draft(record_id=draft.pk, **terms | changes)


def registered(**changes: Any) -> DraftNorm:
    """Return a draft that is registered and numbered."""
    return register(decided(**changes))


def item(body: str = BODY) -> Item:
    """Return a public item that says what was decided on, unless told otherwise."""
    return items.published(title="户外广告设置办法", body=body)


def published(**changes: Any) -> DraftNorm:
    """Return a draft whose document has been published."""
    return services.publish_draft(
        record_id=registered(**changes).pk, by=clerk(), today=PUBLISHED, item=item().index_number
    )


def refused(kind: type[Refused], act: Any, /, **terms: Any) -> Refused:
    """Return the refusal of an act; the ledger and the status stay as they were."""
    entries = Entry.objects.count()
    with pytest.raises(kind) as why:
        act(**terms)
    assert Entry.objects.count() == entries
    return why.value


def step(draft: DraftNorm, by: Official, today: date = ANSWERED, **typed: Any) -> dict[str, Any]:
    """Return what every step is called with."""
    return {"record_id": draft.pk, "by": by, "today": today} | typed
