import pytest

from sunlit.measures.rules import NoFigure, Reference, reference


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("powers.penalty", Reference("powers.penalty")),
        ("channels.events:arches", Reference("channels.events", {}, "arches")),
        ("disclosure.rules?topic=保密审查", Reference("disclosure.rules", {"topic": "保密审查"})),
        (
            "channels.number_announcements?number=N1&medium=radio",
            Reference("channels.number_announcements", {"number": "N1", "medium": "radio"}),
        ),
    ],
)
def test_a_figure_is_named_by_code_part_and_amount(text, named):
    assert reference(text) == named
    assert str(named) == text


@pytest.mark.parametrize(
    "text", ["", "powers", "powers.penalty?", "powers.penalty?kind", "a.b?=x", "powers.penalty = 1"]
)
def test_what_names_no_figure_is_refused(text):
    with pytest.raises(NoFigure):
        reference(text)


def test_the_address_of_a_part_can_be_typed_into_any_browser():
    assert reference("disclosure.rules?topic=保密审查").path == (
        "disclosure.rules/?topic=%E4%BF%9D%E5%AF%86%E5%AE%A1%E6%9F%A5"
    )
    assert reference("powers.penalty").path == "powers.penalty/"
