"""What differs by province is set by an act with its source, and changes nothing that exists."""

from datetime import date
from importlib import import_module

import pytest
from django.apps import apps

from sunlit import statutes
from sunlit.disclosure import rules
from sunlit.kernel.limits import Unit
from sunlit.kernel.numbering import SAMPLE_PATTERN
from sunlit.kernel.refusals import (
    NoSuchRule,
    NotPermitted,
    NotYetLaw,
    Unacceptable,
    WrongMoment,
)
from sunlit.ledger.models import Entry
from sunlit.organization.models import PromisedLimit, ProvincialNumber, Role
from sunlit.organization.rules.provincial import (
    COMMENT,
    FILING,
    INDEX_NUMBER,
    SATISFACTION,
    VALIDITY,
    entries,
    entry,
)
from sunlit.organization.selectors.limits import limit_in_force, rules_to_promise
from sunlit.organization.selectors.provincial import index_patterns, number_of, settled
from sunlit.organization.services.limits import promise_limit
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
        ({"unit": "year"}, Unacceptable),
        ({"name": VALIDITY, "value": "five"}, Unacceptable),
        ({"name": VALIDITY, "value": "0"}, Unacceptable),
        ({"name": VALIDITY, "value": "3", "unit": "working_day"}, Unacceptable),
        ({"name": VALIDITY, "value": "5"}, WrongMoment),
        ({"name": SATISFACTION, "value": "101"}, Unacceptable),
        ({"name": SATISFACTION, "value": "80.25"}, Unacceptable),
        ({"name": SATISFACTION, "value": "80"}, WrongMoment),
    ],
    ids=[
        "no serial",
        "not to be read back",
        "backwards",
        "nothing new",
        "no such name",
        "a pattern in years",
        "no number",
        "nothing",
        "validity in days",
        "the usual validity",
        "more than all",
        "too fine",
        "the usual share",
    ],
)
def test_what_does_not_fit_is_refused_and_changes_nothing(administrator, changes, refusal):
    with pytest.raises(refusal):
        put(administrator, **changes)
    assert not ProvincialNumber.objects.exists()
    assert not Entry.objects.exists()


def test_a_limit_of_the_province_runs_in_its_own_unit_and_names_its_article(administrator):
    put(
        administrator, name=FILING, value="20", unit="working_day", since=date(2012, 7, 1),
        document="省规范性文件管理办法", article="第二十条", confidence="verified",
    )  # fmt: skip
    key = agency().pk

    before = limit_in_force(key, FILING, on=date(2012, 6, 30))
    assert before == statutes.limit(FILING, on=date(2012, 6, 30))
    after = limit_in_force(key, FILING, on=date(2012, 7, 1))
    assert (after.amount, after.unit) == (20, Unit.WORKING_DAY)
    assert after.basis[0].zh == "省规范性文件管理办法第二十条"
    assert after.basis[0].confidence == "verified"
    payload = Entry.objects.get().payload
    assert (payload["was"], payload["was_unit"]) == ("15", "calendar_day")
    assert (payload["value"], payload["unit"]) == ("20", "working_day")


def test_every_version_is_kept_and_each_day_has_its_own(administrator):
    put(administrator, name=VALIDITY, value="3")
    put(administrator, name=VALIDITY, value="4", since=date(2013, 1, 1), today=date(2012, 12, 1))

    days = [date(2012, 6, 7), TODAY, date(2012, 12, 31), date(2013, 1, 1)]
    held = [settled(agency().pk, VALIDITY, on=day) for day in days]
    assert [one.value for one in held] == ["5", "3", "3", "4"]
    assert [one.record is None for one in held] == [True, False, False, False]


def test_what_holds_before_the_law_says_anything_is_not_known():
    with pytest.raises(NotYetLaw):
        settled(agency().pk, COMMENT, on=TODAY)
    assert settled(agency().pk, COMMENT, on=date(2026, 3, 2)).wording.en == "30 calendar days"


def test_what_the_province_settles_is_no_promise_of_the_agency(administrator):
    with pytest.raises(Unacceptable):
        promise_limit(
            agency=agency(), by=administrator, today=TODAY, rule=VALIDITY, amount=3, since=TODAY,
            document="本机关通知",
        )  # fmt: skip
    assert VALIDITY not in {rule.name for rule in rules_to_promise(on=TODAY)}


def test_what_was_promised_before_stands_among_the_numbers_of_the_province():
    move = import_module("sunlit.organization.migrations.0008_province_settles_what_was_promised")
    terms = {"agency": agency(), "unit": "year", "document": "省办法", "since": TODAY}
    PromisedLimit.objects.create(rule=VALIDITY, amount=3, **terms)
    PromisedLimit.objects.create(rule="complaint.handle", amount=3, **terms)

    move.copy(apps, None)

    one = ProvincialNumber.objects.get()
    assert (one.name, one.value, one.unit, one.since) == (VALIDITY, "3", "year", TODAY)


@pytest.mark.parametrize("name", list(entries()))
def test_each_of_them_says_where_it_is_used_and_what_holds_by_default(name):
    one = entry(name)
    default = one.default(on=date(2026, 3, 2))
    assert one.used
    assert default.value
    assert default.source.zh
    assert default.confidence in {"verified", "page", "memory"}


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
        "confidence": "page",
    }  # fmt: skip

    refused = client.post(page, typed)
    assert (refused.status_code, "省规范" in refused.content.decode()) == (422, True)

    done = client.post(page, typed | {"value": PATTERN})
    assert done.status_code == 302
    assert client.get(done["Location"]).status_code == 200
