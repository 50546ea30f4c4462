"""The usual columns: a field by its path, and nothing where the way breaks off."""

from types import SimpleNamespace

from sunlit.design.columns import choice, day, listed, quoted

RECORD = SimpleNamespace(
    office=SimpleNamespace(name="法规科", get_kind_display=lambda: "科室"),
    zone=None,
    channels=["局网站", "公开栏"],
    made_on="2012-06-04",
)


def test_a_column_shows_what_stands_at_the_end_of_its_path():
    assert quoted("office.name", "Office").value(RECORD) == "法规科"
    assert day("made_on", "Made on").value(RECORD) == "2012-06-04"


def test_a_way_that_breaks_off_leads_to_nothing():
    assert quoted("zone.name", "Zone").value(RECORD) is None
    assert choice("zone.kind", "Kind").value(RECORD) is None


def test_a_choice_is_told_by_its_word_and_a_list_with_marks_between():
    assert choice("office.kind", "Kind").value(RECORD) == "科室"
    assert listed("channels", "Channels").value(RECORD) == "局网站、公开栏"
    assert listed("channels", "Channels", by="；").value(RECORD) == "局网站；公开栏"
