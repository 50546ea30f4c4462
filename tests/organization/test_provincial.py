"""What differs by province is set by an act with its source, and changes nothing that exists."""

from datetime import date

import pytest

from sunlit.disclosure import rules
from sunlit.kernel.numbering import SAMPLE_PATTERN
from sunlit.kernel.refusals import NoSuchRule, NotPermitted, Unacceptable, WrongMoment
from sunlit.ledger.models import Entry
from sunlit.organization.models import ProvincialNumber, Role
from sunlit.organization.rules.provincial import INDEX_NUMBER
from sunlit.organization.selectors.provincial import index_patterns, number_of
from sunlit.organization.services.provincial import set_provincial_number
from tests.disclosure import factories as items
from tests.organization.factories import agency, official

pytestmark = pytest.mark.django_db

TODAY = date(2012, 6, 8)
PATTERN = "{agency}-{year}-{serial:04}"


@pytest.fixture
def administrator():
    """An administrator of the agency."""
    return official(Role.ADMINISTRATOR, username="admin")


def put(by, **changes):
    """Set another pattern of index numbers, unless told otherwise."""
    terms = {
        "agency": agency(),
        "by": by,
        "today": TODAY,
        "name": INDEX_NUMBER,
        "value": PATTERN,
        "since": TODAY,
        "document": "省政府信息公开目录规范",
        "article": "第九条",
    }
    return set_provincial_number(**terms | changes)


def test_the_default_holds_until_a_value_is_set(administrator):
    put(administrator, since=date(2012, 7, 1))
    key = agency().pk

    assert number_of(key, INDEX_NUMBER, on=date(2012, 6, 30)) == SAMPLE_PATTERN
    assert number_of(key, INDEX_NUMBER, on=date(2012, 7, 1)) == PATTERN
    assert number_of(agency("OTHER").pk, INDEX_NUMBER, on=date(2012, 7, 1)) == SAMPLE_PATTERN
    entry = Entry.objects.get()
    assert (entry.event, entry.payload["was"]) == ("ProvincialNumberSet", SAMPLE_PATTERN)
    assert entry.payload["value"] == PATTERN


@pytest.mark.parametrize(
    ("changes", "refusal"),
    [
        ({"value": "{agency}-{year}"}, Unacceptable),
        ({"value": "{agency}{year}{serial!r}"}, Unacceptable),
        ({"since": date(2012, 6, 7)}, Unacceptable),
        ({"value": SAMPLE_PATTERN}, WrongMoment),
        ({"name": "unheard.of"}, NoSuchRule),
    ],
    ids=["no serial", "not to be read back", "backwards", "nothing new", "no such name"],
)
def test_what_does_not_fit_is_refused_and_changes_nothing(administrator, changes, refusal):
    with pytest.raises(refusal):
        put(administrator, **changes)
    assert not ProvincialNumber.objects.exists()
    assert not Entry.objects.exists()


def test_a_new_value_begins_after_the_last_one(administrator):
    put(administrator)
    with pytest.raises(WrongMoment):
        put(administrator, value="{agency}.{year}.{serial}")


@pytest.mark.parametrize("role", sorted(set(Role) - {Role.ADMINISTRATOR}))
def test_nobody_but_an_administrator_sets_it(role):
    with pytest.raises(NotPermitted):
        put(official(role))


def test_new_items_follow_the_new_pattern_and_the_old_ones_keep_their_numbers(administrator):
    before = items.published()
    number = before.index_number
    put(administrator)
    after = items.published()

    before.refresh_from_db()
    assert before.index_number == number
    assert after.index_number == f"{agency().index_code}-{after.published_on.year}-0001"
    third = items.published()
    assert third.index_number.endswith("-0002")
    for one in (before, after, third):
        said = rules.index_number_in(one.index_number, index_patterns(agency().pk))
        assert said is not None
        assert said.year == one.published_on.year


def test_the_desk_sets_it_and_keeps_what_was_typed(client, administrator, settings):
    settings.SUNLIT_TODAY = TODAY
    client.force_login(administrator)
    page = "/desk/provincial-numbers/open/set/"
    assert client.get(page).status_code == 200
    typed = {
        "name": INDEX_NUMBER, "value": "{year}", "since": "2012-06-08", "document": "省规范",
    }  # fmt: skip

    refused = client.post(page, typed)
    assert (refused.status_code, "省规范" in refused.content.decode()) == (422, True)

    done = client.post(page, typed | {"value": PATTERN})
    assert done.status_code == 302
    assert client.get(done["Location"]).status_code == 200
