"""How each category stands on a day against its own promise, and whom it waits for."""

from datetime import date

import pytest

from sunlit.disclosure import selectors, services
from sunlit.disclosure.models import Category, CategoryRole, Item
from sunlit.disclosure.rules import Held, Shortfall, shortfalls
from sunlit.disclosure.services.catalogue import Terms
from sunlit.disclosure.standing import categories_waiting, reasons
from sunlit.kernel.refusals import NotPermitted, Unacceptable, WrongMoment
from sunlit.ledger.models import Entry
from tests.disclosure import factories
from tests.disclosure.factories import TODAY
from tests.organization.factories import agency

pytestmark = pytest.mark.django_db

LONG = "各科室：今年清运车辆共检修二十八台，全部恢复使用，下一步转入日常管理。"
STALE_ON = date(2012, 6, 16)


def standing(on=TODAY):
    """Return how the only category stands on a day."""
    [one] = selectors.standings(agency(), on=on)
    return one


def said(on=TODAY):
    return [one.value for one in standing(on).shortfalls]


def name(item, *elements, by=None):
    return services.name_elements(
        record_id=item.pk, by=by or factories.clerk(), today=TODAY, elements=elements
    )


def owing(*elements):
    """Let the usual category ask for these content elements."""
    category = factories.category()
    Category.objects.filter(pk=category.pk).update(elements=elements)
    category.refresh_from_db()
    return category


def test_a_category_without_anything_public_is_blank_and_waits_for_its_office():
    category = factories.category()
    factories.drafted(body=LONG)

    assert said() == ["blank"]
    [one] = categories_waiting(agency(), TODAY)
    assert one.record == category
    assert one.due_on == date(2012, 1, 8)  # a week after it was listed
    assert one.is_for(factories.head())
    assert not one.is_for(factories.staff("other", *factories.head().role_names, at="KS04"))


def test_a_category_is_stale_the_day_after_the_promised_one_and_warned_of_before():
    factories.published(body=LONG)

    [due] = categories_waiting(agency(), date(2012, 6, 12))
    assert due.due_on == date(2012, 6, 15)
    assert said(date(2012, 6, 15)) == []
    assert said(STALE_ON) == ["stale"]
    [late] = categories_waiting(agency(), STALE_ON)
    assert late.due_on == date(2012, 6, 15)


def test_each_day_is_judged_by_what_was_public_on_it():
    item = factories.published(body=LONG)
    assert said(date(2012, 6, 7)) == ["blank"]

    services.withdraw(record_id=item.pk, by=factories.approver(), today=STALE_ON, reason="有误")

    assert said(date(2012, 6, 15)) == []
    assert said(STALE_ON) == ["blank"]


def test_a_new_version_makes_a_category_fresh_again():
    item = factories.published(body=LONG)

    factories.revised(item, on=STALE_ON, body=LONG + "另有两台待修。")

    assert standing(STALE_ON).held.newest_on == STALE_ON
    assert said(STALE_ON) == []


def test_a_content_element_is_missing_until_a_public_item_tells_it():
    owing("职责", "电话")
    item = factories.published(body=LONG)
    name(item, "电话")

    assert standing().held.missing == ("职责",)
    [reason] = reasons(standing(), on=TODAY)
    assert "职责" in str(reason.text)
    assert reason.basis.key == "ogi_2007:9.3"
    name(item, "电话", "职责")
    assert said() == []
    assert Entry.objects.filter(event="ElementsNamed").count() == 2


def test_an_item_tells_no_element_that_the_catalogue_does_not_name():
    owing("职责")
    item = factories.published(body=LONG)

    with pytest.raises(Unacceptable):
        name(item, "电话")
    with pytest.raises(NotPermitted):
        name(item, "职责", by=factories.staff("far", *factories.head().role_names, at="KS04"))
    item.refresh_from_db()
    assert item.elements == []


def test_where_the_catalogue_names_no_elements_none_are_asked_for():
    with pytest.raises(WrongMoment):
        name(factories.published(body=LONG))


def test_a_text_too_short_to_be_summed_up_needs_a_summary():
    item = factories.published(body="见附件。")
    assert said() == ["undescribed"]

    Item.objects.filter(pk=item.pk).update(summary="清运车辆检修情况")

    assert said() == []


def test_a_category_is_measured_by_the_indicator_of_the_day_as_well():
    factories.category("DT02", name="通知公告", role=CategoryRole.NOTICES)
    Category.objects.update(frequency="实时")
    item = factories.published(body=LONG, category="DT02")
    Item.objects.filter(pk=item.pk).update(published_on=date(2018, 6, 8))

    def notices(on):
        return next(
            one for one in selectors.standings(agency(), on=on) if one.category.code == "DT02"
        )

    assert notices(date(2018, 12, 8)).shortfalls == ()
    late = notices(date(2018, 12, 9))
    assert late.shortfalls == (Shortfall.BEYOND_INDICATOR,)
    [reason] = reasons(late, on=date(2018, 12, 9))
    assert reason.basis.instrument == "site_survey_2015"


def test_before_there_was_an_indicator_nothing_is_measured_by_it():
    factories.published(body=LONG)

    assert standing(date(2012, 12, 31)).held.measured_by is None
    assert said(date(2012, 12, 31)) == ["stale"]


def test_on_application_nothing_is_owed_of_itself():
    factories.category("SQ01", is_proactive=False)

    assert selectors.standings(agency(), on=TODAY) == []


def test_the_worst_comes_first_and_a_blank_category_is_nothing_else():
    held = Held(count=1, newest_on=TODAY, frequency="每周", missing=("职责",), undescribed=1,
                measured_by=TODAY)  # fmt: skip

    assert [one.value for one in shortfalls(held, on=STALE_ON)] == [
        *("stale", "beyond_indicator", "incomplete", "undescribed")
    ]
    blank = Held(count=0, newest_on=None, frequency="每周", missing=("职责",))
    assert shortfalls(blank, on=STALE_ON) == (Shortfall.BLANK,)


def test_a_past_day_is_judged_by_what_the_catalogue_said_then():
    category = owing("职责", "电话")
    factories.published(body=LONG)
    assert said() == ["incomplete"]
    terms = {one: getattr(category, one) for one in Terms.__annotations__}
    services.restate_category(
        record_id=category.pk, by=factories.clerk(), today=STALE_ON, office=category.office.code,
        **terms | {"frequency": "每年", "elements": []},
    )  # fmt: skip

    assert said(date(2012, 6, 15)) == ["incomplete"]
    assert standing(date(2012, 6, 15)).promised_on == date(2012, 6, 15)
    assert said(STALE_ON) == []


def test_the_catalogue_is_judged_in_three_queries(django_assert_num_queries):
    for number in range(3):
        factories.category(f"GK0{number}", name=f"栏目{number}")
    factories.published(body=LONG)
    of = agency()

    with django_assert_num_queries(3):
        assert len(selectors.standings(of, on=TODAY)) == 4
