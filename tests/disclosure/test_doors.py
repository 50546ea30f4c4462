"""Nothing becomes public through another door than the acts at the desk."""

import pytest

from sunlit.disclosure import selectors
from sunlit.disclosure.lifecycle import Status
from tests.disclosure import factories
from tests.organization.factories import agency

pytestmark = pytest.mark.django_db

FORCED = {"status": "published", "published_on": "2012-06-08", "decision": "publish"}
DAYS = {"publish_on": "2012-06-15", "today": "2012-06-08"}
READING = (
    "/d/000201200/201206-00001/",
    "/changes/000201200/201206-00001/",
    f"/attachments/{'0' * 64}/x.pdf",
    "/search",
    "/disclosure/",
    "/",
)
MACHINES = ("/api/v1/", "/api/v1/items/", "/api/v1/items/1/publish/", "/oai", "/feeds/items.atom")
METHODS = ("post", "put", "patch", "delete")


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("address", READING)
def test_a_public_page_takes_nothing_in(client, address, method):
    item = factories.secrecy_reviewed()

    answer = getattr(client, method)(address, FORCED, content_type="application/json")

    assert answer.status_code in (403, 404, 405)
    item.refresh_from_db()
    assert item.status == Status.SECRECY_REVIEWED


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("address", MACHINES)
def test_no_door_for_machines_publishes(client, address, method):
    item = factories.approved()
    client.force_login(factories.clerk())

    answer = getattr(client, method)(address, FORCED, content_type="application/json")

    assert answer.status_code in (401, 403, 404, 405)
    item.refresh_from_db()
    assert item.status == Status.APPROVED


@pytest.mark.parametrize("act", ["publish", "approve", "schedule", "section-review"])
def test_a_stranger_does_no_act(client, act):
    item = factories.approved()

    answer = client.post(f"/desk/items/{item.pk}/{act}/", FORCED)

    assert answer.status_code == 302
    assert answer["Location"].startswith("/desk/login/")
    assert not selectors.published_items(agency()).exists()


@pytest.mark.parametrize(
    "step", [factories.drafted, factories.section_reviewed, factories.secrecy_reviewed]
)
@pytest.mark.parametrize("act", ["publish", "schedule"])
def test_a_forced_post_of_the_clerk_passes_over_no_step(client, act, step):
    item = step()
    client.force_login(factories.clerk())

    answer = client.post(
        f"/desk/items/{item.pk}/{act}/",
        FORCED | DAYS,
    )

    assert answer.status_code in (403, 409, 422)
    item.refresh_from_db()
    assert item.published_on is None
