from dataclasses import replace
from datetime import date
from types import SimpleNamespace

import pytest

from sunlit.kernel.refusals import Missing
from sunlit.measures import groups, pictures
from sunlit.measures.charting import chart, measured_group
from sunlit.measures.groups import grouped, members
from sunlit.measures.pictures import Kind, Picture, Slot, all_pictures, days, month_of
from sunlit.measures.registry import all_measures
from sunlit.measures.selectors import measure
from tests.organization.factories import agency
from tests.powers import factories

YEAR = 2012
LAYERS = (Slot("in_time", "In time"), Slot("late", "Late", "late"), Slot("open", "Open", "open"))


def picture(kind=Kind.BARS, **changes):
    """A picture of records that say their own group and layer."""
    terms = {
        "code": "tests.by_group",
        "title": "By group",
        "counts": "powers.total",
        "kind": kind,
        "place": lambda record: Slot(record.group, record.group),
    }
    return Picture(**(terms | changes))


def records(*said):
    """Records, each with its group and perhaps its layer."""
    return [
        SimpleNamespace(group=one.split("/")[0], layer=(*one.split("/"), "in_time")[1])
        for one in said
    ]


def values(grouping):
    return {group.slot.key: group.value for group in grouping.groups}


def layered(**changes):
    return picture(layer=lambda record: Slot(record.layer, ""), layers=LAYERS, **changes)


def spread(*numbers, limit=None):
    """A distribution of these numbers of days."""
    one = picture(Kind.DISTRIBUTION, place=days, limit=lambda _year: limit)
    return grouped(one, list(numbers), YEAR)


def test_the_largest_group_comes_first_and_equals_stand_by_their_keys():
    found = grouped(picture(), records("b", "c", "a", "c"), YEAR)

    assert list(values(found).items()) == [("c", 2), ("a", 1), ("b", 1)]


def test_given_groups_keep_their_order_and_are_there_even_if_empty():
    one = picture(slots=(Slot("none", "None"), Slot("a", "A")))

    assert list(values(grouped(one, records("z", "z", "a"), YEAR))) == ["none", "a", "z"]


def test_groups_can_stand_in_the_order_of_their_keys():
    assert list(values(grouped(picture(in_order=True), records("b", "b", "a"), YEAR))) == ["a", "b"]


def test_a_year_has_twelve_months():
    from_month = picture(Kind.COLUMNS_BY_MONTH, place=month_of)
    found = grouped(from_month, [date(YEAR, 3, 5)], YEAR)

    assert list(values(found)) == [f"{month:02}" for month in range(1, 13)]
    assert found.value == 1


def test_a_bar_holds_the_records_of_its_layers():
    found = grouped(layered(), records("a/in_time", "a/late", "b/late"), YEAR)

    assert [[len(part) for part in group.parts] for group in found.groups] == [[1, 1, 0], [0, 1, 0]]
    assert members(found, "a", "late")[1].label == "Late"
    assert len(members(found, "a")[2]) == 2


def test_an_undeclared_layer_is_a_fault_of_the_declaration():
    with pytest.raises(KeyError):
        grouped(layered(), records("a/unheard-of"), YEAR)


@pytest.mark.parametrize(("key", "layer"), [("z", ""), ("a", "unheard-of")])
def test_an_unknown_group_or_layer_is_missing(key, layer):
    with pytest.raises(Missing):
        members(grouped(layered(), records("a"), YEAR), key, layer)


def test_days_stand_one_by_one_from_nothing_to_the_longest():
    found = spread(3, 1, 1)

    assert values(found) == {"0": 0, "1": 2, "2": 0, "3": 1}
    assert found.median == 1


def test_many_days_are_joined_so_that_the_columns_can_be_read():
    found = spread(0, 4, 47, 99)

    assert len(found.groups) <= groups.MOST_COLUMNS
    assert found.width == 10
    assert values(found)["40-49"] == 1
    assert found.value == 4


def test_days_before_the_first_have_their_columns_too():
    assert values(spread(-3, 0)) == {"-3": 1, "-2": 0, "-1": 0, "0": 1}


def test_the_limit_is_on_the_axis_even_if_nobody_needed_it():
    found = spread(1, 2, limit=5)
    drawn = chart(found, leads_to=None)

    assert list(values(found))[-1] == "5"
    assert [line.at for line in drawn.lines if line.is_limit] == [1]
    assert [line.at for line in drawn.lines if not line.is_limit] == [pytest.approx(2 / 6)]


def test_a_picture_of_nothing_has_no_lines():
    assert chart(spread(limit=5), leads_to=None).lines == ()


def test_layers_that_are_empty_everywhere_are_not_drawn_and_the_others_keep_their_tones():
    drawn = chart(grouped(layered(), records("a/open", "b/in_time"), YEAR), leads_to=None)

    assert [(layer.label, layer.tone) for layer in drawn.layers] == [
        ("In time", "first"), ("Open", "open"),
    ]  # fmt: skip
    assert drawn.value == 2


def test_two_pictures_cannot_have_one_code(monkeypatch):
    monkeypatch.setattr(pictures, "_pictures", {})
    pictures.register_pictures(picture())

    with pytest.raises(ValueError, match=r"tests\.by_group"):
        pictures.register_pictures(replace(picture()))


def test_every_picture_draws_a_figure_of_its_own_room():
    for code, one in all_pictures().items():
        assert one.counts in all_measures(), code
        assert one.room == all_measures()[one.counts].room, code
        assert str(one.title), code
        assert len(one.layers) <= 5, code


@pytest.mark.django_db
def test_a_group_is_listed_with_the_faces_of_its_records():
    factories.power("CG-XK-001")
    factories.power("CG-CF-001", kind="penalty")
    found = measure("powers.total", agency(), factories.YEAR)

    group = measured_group(found, picture="powers.by_kind", key="penalty")

    assert (group.value, [face.number for face in group.faces]) == (1, ["CG-CF-001"])
    for wrong in ({"picture": "complaints.by_source", "key": "penalty"},
                  {"picture": "powers.by_kind", "key": "magic"},
                  {"picture": "powers.by_magic", "key": "penalty"}):  # fmt: skip
        with pytest.raises(Missing):
            measured_group(found, **wrong)


@pytest.mark.django_db
def test_a_picture_that_nobody_declared_is_missing():
    with pytest.raises(Missing):
        groups.picture("powers.by_magic", agency(), YEAR)
