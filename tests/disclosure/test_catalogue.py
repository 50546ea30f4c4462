"""The catalogue is changed by acts: what it said stays readable, what is public stays public."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from sunlit.disclosure import services
from sunlit.disclosure.forms import ListCategoryForm, RestateCategoryForm, TakeInStandardForm
from sunlit.disclosure.models import Category, FormerEntry
from sunlit.disclosure.standards import standard_catalogues, standard_rows
from sunlit.disclosure.themes import themes
from sunlit.kernel.refusals import NotPermitted, Unacceptable, WrongMoment
from sunlit.ledger.models import Entry
from tests.disclosure import factories
from tests.disclosure.factories import LATER, TODAY
from tests.organization.factories import agency, office

pytestmark = pytest.mark.django_db

TERMS = {
    "group": "行政职权", "name": "行政强制结果", "is_proactive": True, "frequency": "每季",
    "elements": ["依据", "决定"], "basis": "行政强制法第五条", "limit_unit": "working_day",
    "limit_amount": 7, "audience": "all", "channels": ["局网站"], "levels": ["市级"],
    "format": "网页", "theme": "J2", "genre": "", "responsible_post": "法规科科长",
}  # fmt: skip


def listed(**changes):
    """List a category, as the clerk, unless told otherwise."""
    terms = {"agency": agency(), "by": factories.clerk(), "today": TODAY, "code": "ZQ06"}
    return services.list_category(**terms | {"office": office().code} | TERMS | changes)


def restated(category, **changes):
    """Restate a category a week later."""
    terms = {"record_id": category.pk, "by": factories.clerk(), "today": LATER}
    return services.restate_category(**terms | {"office": category.office.code} | TERMS | changes)


def ended(category, *, on=LATER, reason="并入行政处罚结果"):
    """Take a category off the catalogue."""
    return services.end_category(
        record_id=category.pk, by=factories.clerk(), today=on, reason=reason
    )


def taken(*rows, by=None):
    """Take rows of a standard catalogue in."""
    return services.take_in_standard(
        agency=agency(), by=by or factories.clerk(), today=TODAY, rows=rows,
        office=office().code, responsible_post="执法科科长",
    )  # fmt: skip


def test_a_category_is_listed_with_all_that_the_catalogue_says():
    category = listed()

    said = {name: getattr(category, name) for name in TERMS}
    assert said == TERMS
    assert category.since == TODAY
    entry = Entry.objects.get(event="CategoryListed")
    assert entry.payload == {"code": "ZQ06", "name": "行政强制结果"}
    assert entry.basis == "ogi_2007:19"


def test_what_the_catalogue_said_before_is_kept_with_its_days():
    category = restated(listed(), frequency="每月", elements=["依据"])

    former = FormerEntry.objects.get()
    assert (former.since, former.until) == (TODAY, LATER)
    assert (former.said["frequency"], former.said["elements"]) == ("每季", ["依据", "决定"])
    assert former.said["office"] == category.office.name
    assert (category.frequency, category.restated_on) == ("每月", LATER)
    told = Entry.objects.get(event="CategoryRestated").payload
    assert told["changed"] == ["frequency", "elements"]


def test_a_restatement_that_changes_nothing_is_refused():
    with pytest.raises(Unacceptable):
        restated(listed())

    assert not FormerEntry.objects.exists()


def test_a_category_is_not_restated_before_its_entry_begins():
    category = listed(today=LATER)

    with pytest.raises(Unacceptable):
        restated(category, today=TODAY, frequency="每月")


def test_a_code_is_given_once_and_never_again():
    ended(listed())

    with pytest.raises(Unacceptable):
        listed()


def test_a_category_in_which_something_is_public_is_not_closed_to_whoever_does_not_apply():
    category = listed()
    item = factories.published(category="ZQ06")

    with pytest.raises(WrongMoment) as refused:
        restated(category, is_proactive=False)

    assert item.index_number in str(refused.value)
    category.refresh_from_db()
    assert category.is_proactive
    assert not restated(listed(code="ZQ07"), is_proactive=False).is_proactive


@pytest.mark.parametrize(
    "terms",
    [
        {"limit_amount": 21},
        {"limit_unit": "calendar_day", "limit_amount": 29},
        {"name": "联系人手机13812345678"},
    ],
)
def test_what_the_law_does_not_allow_cannot_stand_in_the_catalogue(terms):
    with pytest.raises(Unacceptable):
        listed(**terms)
    category = listed()
    with pytest.raises(Unacceptable):
        restated(category, **terms)

    category.refresh_from_db()
    assert category.restated_on is None


def test_a_limit_in_calendar_days_is_not_measured_in_working_days():
    assert listed(limit_unit="calendar_day", limit_amount=28).limit_amount == 28


def test_who_keeps_the_catalogue_alone_changes_it():
    category = listed()
    for act in (
        lambda: listed(by=factories.head(), code="ZQ07"),
        lambda: restated(category, by=factories.head(), frequency="每月"),
        lambda: taken("urban_enforcement/SR01", by=factories.approver()),
    ):
        with pytest.raises(NotPermitted):
            act()


def test_a_category_ends_with_its_reason_and_its_items_stay_public(client, settings):
    settings.SUNLIT_TODAY = LATER
    item = factories.published()
    category = ended(item.category)

    assert category.ended_on == LATER
    assert Entry.objects.get(event="CategoryEnded").payload["reason"] == "并入行政处罚结果"
    page = client.get(category.get_absolute_url(), {"lang": "en"}).content.decode()
    assert "in the catalogue no longer" in page
    assert item.title in page
    assert client.get(item.get_absolute_url()).status_code == 200


def test_a_category_with_a_draft_on_its_way_does_not_end():
    draft = factories.drafted()

    with pytest.raises(WrongMoment) as refused:
        ended(draft.category)

    assert draft.code in str(refused.value.reason)


def test_what_has_ended_is_neither_restated_nor_ended_again():
    category = ended(listed())

    for act in (lambda: restated(category, frequency="每月"), lambda: ended(category)):
        with pytest.raises(WrongMoment):
            act()


def test_a_reason_that_tells_of_a_person_is_refused():
    with pytest.raises(Unacceptable):
        ended(listed(), reason="张某电话13812345678")


def test_rows_of_a_standard_catalogue_are_taken_in_once_each_with_its_entry():
    first = taken("urban_enforcement/SR01", "municipal_services/XR01")

    assert first.code == "BZ-SR01"
    row = standard_rows()["urban_enforcement/SR01"]
    assert (first.name, first.basis, first.elements) == (row.name, row.basis, list(row.elements))
    assert Entry.objects.filter(event="CategoryListed").count() == 2
    with pytest.raises(Unacceptable):
        taken("urban_enforcement/SR01")
    offered = TakeInStandardForm(by=factories.clerk()).fields["rows"].choices
    keys = {key for _name, members in offered for key, _label in members}
    assert "urban_enforcement/SR01" not in keys
    assert "urban_enforcement/SR02" in keys


@pytest.mark.parametrize("rows", [[], ["urban_enforcement/XX99"]], ids=["none", "unknown"])
def test_rows_that_no_catalogue_has_are_refused(rows):
    with pytest.raises(Unacceptable):
        taken(*rows)
    assert not Category.objects.exists()


def test_every_row_that_ships_can_be_taken_in_and_says_how_sure_it_is():
    rows = standard_rows()
    taken(*rows)

    assert (
        Category.objects.count() == len(rows) == sum(len(one.rows) for one in standard_catalogues())
    )
    for row in rows.values():
        assert row.confidence in {"page", "statute", "memory"}
        assert row.theme in themes()


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"limit_unit": "working_day", "limit_amount": ""}, "limit_amount"),
        ({"limit_unit": "standing", "limit_amount": "7"}, "limit_amount"),
        ({"code": "ZQ/06"}, "code"),
        ({"elements": "要" * 101}, "elements"),
        ({"elements": "\n".join(map(str, range(21)))}, "elements"),
    ],
)
def test_what_is_typed_wrong_is_told_at_its_field(typed, field):
    lines = {name: "\n".join(value) for name, value in TERMS.items() if isinstance(value, list)}
    right = {**TERMS, **lines, "levels": ["市级"], "code": "ZQ06", "office": office().code}

    assert ListCategoryForm(right, by=factories.clerk()).is_valid()
    form = ListCategoryForm(right | typed, by=factories.clerk())
    assert not form.is_valid()
    assert list(form.errors) == [field]


def test_the_form_shows_the_entry_as_it_stands_and_gives_it_back():
    category = listed()
    form = RestateCategoryForm(record=category, by=factories.clerk())
    typed = {name: form[name].value() for name in form.fields}

    again = RestateCategoryForm(typed, record=category, by=factories.clerk())

    assert again.is_valid(), again.errors
    assert {name: again.cleaned_data[name] for name in TERMS} == TERMS


@pytest.mark.parametrize(
    "values",
    [
        {"limit_unit": "working_day", "limit_amount": None},
        {"limit_unit": "standing", "limit_amount": 7},
        {"restated_on": date(2012, 1, 1)},
    ],
)
def test_the_database_refuses_an_entry_that_cannot_be(values):
    category = listed()
    with pytest.raises(IntegrityError), transaction.atomic():
        Category.objects.filter(pk=category.pk).update(**values)
