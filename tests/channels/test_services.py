"""The acts on boards, media and signs: what they change, and that a refused one changes nothing."""

from datetime import date, timedelta

import pytest

from sunlit.channels import services
from sunlit.channels.models import (
    Board,
    CampaignEvent,
    MediaOutlet,
    Placement,
    PlacementKind,
    Posting,
    PostingKind,
)
from sunlit.disclosure.lifecycle import Status
from sunlit.kernel.refusals import NotPermitted, Unacceptable, WrongMoment
from sunlit.ledger.models import Entry
from sunlit.organization.models import Role
from tests.channels import factories
from tests.channels.factories import DAY, YEAR
from tests.organization.factories import agency, office, official

pytestmark = pytest.mark.django_db
EARLIER = DAY - timedelta(days=1)


def clerk():
    """Return a disclosure clerk."""
    return official(Role.CLERK)


def post(**changes):
    """Post a notice on the office building's board, unless told otherwise."""
    terms = {
        "agency": agency(),
        "today": DAY,
        "board": factories.board(),
        "kind": PostingKind.GOVERNMENT,
        "title": "通告",
        "office": office(),
    }
    return services.post_notice(**(terms | changes))


def place(**changes):
    """Record a column in the newspaper, unless told otherwise."""
    terms = {
        "agency": agency(),
        "today": DAY,
        "outlet": factories.outlet(),
        "kind": PlacementKind.COLUMN,
        "starts_on": EARLIER,
        "ends_on": DAY,
        "title": "专栏文章",
        "times": 2,
        "office": office(),
    }
    return services.record_placement(**(terms | changes))


def test_a_paper_is_posted_with_the_next_code_and_its_item():
    factories.posting(code="GL-009")
    item = factories.item()

    posting = post(by=clerk(), item=item.index_number)

    assert (posting.code, posting.year, posting.item) == ("GL-010", YEAR, item)
    entry = Entry.objects.get(event="NoticePosted")
    assert (entry.day, entry.basis, entry.is_public) == (DAY, "ogi_2019:23", True)


def test_a_brigades_board_has_codes_of_its_own():
    factories.posting(code="GL-009")
    board = factories.board("一大队公开栏", of=factories.brigade())

    assert post(by=clerk(), board=board, kind=PostingKind.PROMISE).code == f"DDGL{YEAR}-001"


@pytest.mark.parametrize(
    ("roles", "changes", "refusal"),
    [
        ([Role.SECTION_HEAD], {}, NotPermitted),
        ([Role.CLERK], {"kind": PostingKind.WORK}, Unacceptable),
        ([Role.CLERK], {"item": "no such number"}, Unacceptable),
        ([Role.CLERK], {"item": "000/203103-XX2031-0001", "today": EARLIER}, Unacceptable),
        ([Role.CLERK], {"item": "000/203103-withdrawn"}, Unacceptable),
    ],
    ids=["not a clerk", "wrong board", "no item", "before publication", "withdrawn item"],
)
def test_a_refused_posting_changes_nothing(roles, changes, refusal):
    factories.item()
    factories.item("withdrawn", status=Status.WITHDRAWN, withdrawn_on=DAY, withdrawal_reason="过时")

    with pytest.raises(refusal):
        post(by=official(*roles), **changes)

    assert not Posting.objects.exists()
    assert not Entry.objects.exists()


def test_a_paper_is_taken_down_once():
    posting, by = factories.posting(), clerk()

    services.take_down(record_id=posting.pk, by=by, today=DAY)

    posting.refresh_from_db()
    assert posting.removed_on == DAY
    with pytest.raises(WrongMoment) as refused:
        services.take_down(record_id=posting.pk, by=by, today=DAY)
    assert refused.value.basis.key == "ogi_2019:23"
    assert Entry.objects.get().event == "NoticeTakenDown"


@pytest.mark.parametrize(
    ("role", "today", "refusal"),
    [(Role.LEADER, DAY, NotPermitted), (Role.CLERK, EARLIER, Unacceptable)],
    ids=["not a clerk", "before it was posted"],
)
def test_a_refused_taking_down_changes_nothing(role, today, refusal):
    posting = factories.posting()

    with pytest.raises(refusal):
        services.take_down(record_id=posting.pk, by=official(role), today=today)

    posting.refresh_from_db()
    assert posting.removed_on is None
    assert not Entry.objects.exists()


def test_a_board_and_an_outlet_are_known_once():
    by = clerk()
    terms = {"agency": agency(), "by": by, "today": DAY}
    services.set_up_board(**terms, name="新栏")
    services.list_outlet(**terms, name="新报", type="newspaper")

    with pytest.raises(Unacceptable):
        services.set_up_board(**terms, name="新栏")
    with pytest.raises(Unacceptable):
        services.list_outlet(**terms, name="新报", type="newspaper")
    assert (Board.objects.count(), MediaOutlet.objects.count()) == (1, 1)
    assert services.set_up_board(**terms, name="新栏", office=office()).office == office()


def test_a_placement_is_recorded_with_the_numbers_it_announced():
    number = factories.number()

    placement = place(by=clerk(), numbers=[number])

    assert placement.code == f"MT{YEAR}-001"
    assert [*placement.numbers.order_by("code")] == [number]
    assert Entry.objects.get().payload["outlet"] == "晚报"


@pytest.mark.parametrize(
    ("role", "changes", "refusal"),
    [
        (Role.APPROVER, {}, NotPermitted),
        (Role.CLERK, {"ends_on": EARLIER - timedelta(days=1)}, Unacceptable),
        (Role.CLERK, {"today": EARLIER - timedelta(days=1)}, Unacceptable),
    ],
    ids=["not a clerk", "ends before it starts", "still to come"],
)
def test_a_refused_placement_changes_nothing(role, changes, refusal):
    with pytest.raises(refusal):
        place(by=official(role), **changes)

    assert not Placement.objects.exists()
    assert not Entry.objects.exists()


def test_a_campaign_event_is_recorded():
    services.record_campaign_event(
        agency=agency(), by=clerk(), today=DAY, name="开放日", venue="广场", starts_on=EARLIER,
        ends_on=DAY, arches=2, banners=20, leaflets=500, office=office(),
    )  # fmt: skip

    assert CampaignEvent.objects.get().code == f"HD{YEAR}-01"
    assert Entry.objects.get().event == "CampaignEventHeld"


def test_the_responsible_office_inspects_its_sign():
    sign = factories.sign()
    by = official()
    by.office = sign.office

    services.inspect_sign(record_id=sign.pk, by=by, today=DAY, condition="完好")

    sign.refresh_from_db()
    assert (sign.condition, sign.checked_on) == ("完好", DAY)


@pytest.mark.parametrize(
    ("role", "changes", "today", "refusal"),
    [
        (Role.WINDOW_CLERK, {}, DAY, NotPermitted),
        (Role.CLERK, {"removed_on": date(2031, 4, 1)}, DAY, WrongMoment),
        (Role.AUDITOR, {}, EARLIER, Unacceptable),
    ],
    ids=["another office", "sign removed", "before it was installed"],
)
def test_a_refused_inspection_of_a_sign_changes_nothing(role, changes, today, refusal):
    sign = factories.sign(**changes)

    with pytest.raises(refusal):
        services.inspect_sign(record_id=sign.pk, by=official(role), today=today, condition="破损")

    sign.refresh_from_db()
    assert (sign.condition, sign.checked_on) == ("", None)
    assert not Entry.objects.exists()
