"""Several records are done at once, each by itself, each with its own answer."""

from datetime import date

import pytest

from sunlit.disclosure.lifecycle import Status
from sunlit.ledger.models import Entry
from tests.disclosure import factories as items

pytestmark = pytest.mark.django_db

FRIDAY = date(2012, 6, 8)


@pytest.fixture(autouse=True)
def friday(settings):
    """Let it be the day on which the factories work."""
    settings.SUNLIT_TODAY = FRIDAY


def test_what_waits_for_me_is_done_at_once_with_one_entry_for_each(client):
    chosen, other = items.approved(title="甲"), items.approved(title="乙")
    client.force_login(items.clerk())
    page = client.get("/desk/items/together/publish/")
    assert "甲" in page.text
    assert "乙" in page.text

    done = client.post("/desk/items/together/publish/", {"record": [chosen.pk]})

    assert done.status_code == 200
    chosen.refresh_from_db()
    other.refresh_from_db()
    assert (chosen.status, other.status) == (Status.PUBLISHED, Status.APPROVED)
    assert Entry.objects.filter(event="ItemPublished").count() == 1


def test_each_record_is_told_as_its_register_tells_it_and_leads_to_its_page(client):
    item = items.approved(title="甲")
    client.force_login(items.clerk())

    page = client.get("/desk/items/together/publish/").text

    for told in (item.category.name, item.office.name, f"/desk/items/{item.pk}/", "选择 "):
        assert told in page, told


def test_one_that_is_refused_holds_no_other_back(client):
    good, bad = items.secrecy_reviewed(title="甲"), items.secrecy_reviewed("changes", title="乙")
    client.force_login(items.approver())
    typed = {"record": [good.pk, bad.pk], "decision": "publish"}

    done = client.post("/desk/items/together/approve/", typed)

    good.refresh_from_db()
    bad.refresh_from_db()
    assert (good.status, bad.status) == (Status.APPROVED, Status.SECRECY_REVIEWED)
    assert len(done.context["done"]) == len(done.context["refused"]) == 1


def test_what_does_not_wait_for_me_is_not_done_by_its_number(client):
    draft = items.drafted()
    client.force_login(items.clerk())

    answer = client.post("/desk/items/together/publish/", {"record": [draft.pk]})

    assert answer.status_code == 422
    draft.refresh_from_db()
    assert draft.status == Status.DRAFT


def test_nothing_chosen_keeps_what_was_typed(client):
    items.approved()
    client.force_login(items.clerk())

    answer = client.post("/desk/items/together/schedule/", {"publish_on": "2012-06-15"})

    assert answer.status_code == 422
    assert "2012-06-15" in answer.text


def test_an_act_for_one_record_is_not_done_on_several(client):
    client.force_login(items.approver())

    assert client.get("/desk/items/together/withdraw/").status_code == 404
