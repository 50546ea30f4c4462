"""No page asks the database more the more there is: queries are bounded."""

from datetime import date

import pytest

from tests import sample

MOST_QUERIES = {
    "/": 20,
    "/disclosure/": 22,  # with the pictures of what was published and asked for
    "/disclosure/search/?q=广告": 10,
    "/guide/": 14,
    "/disclosure/catalogue/": 10,
    "/disclosure/documents/": 10,
    "/disclosure/categories/DT01/": 11,  # with what it said before
    "/d/000201200/201201-00002/": 30,
    "/news/": 10,
    "/powers/": 12,
    "/powers/?all=1": 12,
    "/powers/CG-XK-001/": 20,  # with the forms handed out for its materials
    "/norms/": 12,  # with drafts, amendments and results of clean-ups
    "/norms/GF01/": 20,
    "/dossiers/": 8,
    "/dossiers/2012/ZP01/": 20,
    "/complaints/": 14,
    "/complaints/signs/": 10,
    "/supervision/": 24,
    "/supervision/meetings/2012/ZT2012-1/": 10,
    "/supervision/inspections/": 14,
    "/site-map/": 8,
    "/search?q=广告": 8,
}


@pytest.fixture(scope="module")
def loaded(django_db_setup, django_db_blocker):
    """Load the sample year once."""
    with django_db_blocker.unblock(), sample.loaded() as done:
        yield done


@pytest.mark.parametrize("address", MOST_QUERIES)
def test_a_page_asks_few_questions(
    loaded, db, client, settings, django_assert_max_num_queries, address
):
    settings.SUNLIT_TODAY = date(2012, 12, 31)
    with django_assert_max_num_queries(MOST_QUERIES[address]):
        assert client.get(address).status_code == 200
