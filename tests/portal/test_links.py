"""No link of the public site leads nowhere."""

import re
from html import unescape

import pytest

from tests import sample

START = "/"
MOST_PAGES = 220
LINK = re.compile(r'href="(/[^"#]*)')
LEFT_OUT = ("/static/", "/desk/", "/design/")


@pytest.fixture(scope="module")
def loaded(django_db_setup, django_db_blocker):
    """Load the sample year once."""
    with django_db_blocker.unblock(), sample.loaded() as done:
        yield done


def test_every_address_that_a_page_links_to_is_there(loaded, db, client):
    waiting, seen = [START], {START}
    while waiting and len(seen) < MOST_PAGES:
        address = waiting.pop(0)
        answer = client.get(address)
        assert answer.status_code in (200, 302), address
        for found in LINK.findall(answer.content.decode()):
            path = unescape(found)
            if path not in seen and not path.startswith(LEFT_OUT):
                seen.add(path)
                waiting.append(path)
    assert len(seen) >= MOST_PAGES
