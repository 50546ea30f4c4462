"""The components: what they show, what they escape, what they say aloud."""

from datetime import UTC, date, datetime

import pytest
from django import forms
from django.core.paginator import Paginator
from django.test import RequestFactory
from django.utils import translation

from sunlit.design import pieces
from sunlit.design.specimens import ARTICLE, refused
from sunlit.kernel.wording import Wording
from tests.design.pages import Page, rendered

EVIL = '<b onclick="x">'


@pytest.fixture(autouse=True)
def english():
    with translation.override("en"):
        yield


def test_a_figure_with_records_opens_them():
    page = Page(rendered("{% open_figure 136 'Powers' '/powers/' %}"))

    assert page.named("a")[0].attributes["href"] == "/powers/"
    assert "Opens the records that are counted" in page.elements[-1].words


def test_a_figure_without_records_is_no_link():
    assert "<a" not in rendered("{% open_figure 136 'Powers' %}")


def test_nothing_to_count_is_not_zero():
    assert "nothing to count" in rendered("{% open_figure none 'Lost' '/x/' %}", none=None)
    assert "nothing to count" not in rendered("{% open_figure 0 'Lost' '/x/' %}")


@pytest.mark.parametrize("name", ["in_time", "at_risk", "late", "paused", "done", "neutral"])
def test_a_state_has_a_word_and_a_shape_beside_its_colour(name):
    page = Page(rendered("{% state name %}", name=name))

    assert page.named("svg")
    assert page.elements[-1].words


def test_each_state_has_a_shape_of_its_own():
    names = ["in_time", "at_risk", "late", "paused", "done", "neutral"]
    shapes = {rendered("{% state name 'word' %}", name=name).split("svg")[1] for name in names}

    assert len(shapes) == len(names)


@pytest.mark.parametrize(
    "template",
    [
        "{% open_figure evil evil evil %}",
        "{% open_number evil evil evil %}",
        "{% state evil evil %}",
        "{% notice evil 'note' evil evil %}",
        "{% empty evil evil evil evil %}",
        "{% table columns rows evil %}",
        "{% facts facts %}",
        "{% bars bars evil evil %}",
        "{% steps steps %}",
        "{% stages stages %}",
        "{% chain stations %}",
        "{% history lines %}",
        "{% doors doors %}",
        "{% breadcrumbs evil evil evil %}",
        "{% side_navigation entries evil %}",
        "{% receipt evil evil on evil evil %}",
        "{% signature evil on %}",
        "{% quoted evil %}",
        "{% quoted_paragraphs evil %}",
        "{{ evil|said }}{{ evil|shown }}",
    ],
)
def test_what_people_type_is_shown_and_never_obeyed(template):
    on = date(2012, 6, 8)
    text = rendered(
        template,
        evil=EVIL,
        on=on,
        columns=[EVIL, pieces.Column(EVIL, number=True), EVIL],
        rows=[[EVIL, pieces.Cell(EVIL, EVIL, "late", note=EVIL), [pieces.Cell(EVIL, EVIL)]]],
        facts=[(EVIL, pieces.Cell(EVIL, EVIL, evidence=True))],
        bars=[pieces.Bar(EVIL, 3, EVIL)],
        steps=[pieces.Step(EVIL, EVIL, EVIL, EVIL, EVIL, here=True)],
        stages=[pieces.Stage(EVIL, "now", on, EVIL, EVIL)],
        stations=[pieces.Station(EVIL, EVIL, on, EVIL, "late", EVIL)],
        lines=[pieces.HistoryLine(on, EVIL, EVIL, EVIL, 1, EVIL)],
        doors=[pieces.Door(EVIL, EVIL, EVIL)],
        entries=[pieces.Entry(EVIL, EVIL, 3, current=True)],
    )

    assert "<b " not in text
    assert "<b>" not in text
    assert 'onclick="' not in text
    assert "&lt;b" in text


def test_a_table_says_on_a_phone_what_each_value_is():
    page = Page(
        rendered(
            "{% table columns rows 'Requests' %}",
            columns=["Matter", pieces.Column("Days", number=True)],
            rows=[["A plan", 12]],
        )
    )

    value = page.named("td")[0]
    assert value.attributes["data-label"] == "Days"
    assert value.attributes["class"] == "number"
    assert value.words == ["12"]
    assert page.named("caption")[0].words == ["Requests"]


def test_an_empty_table_says_what_will_be_there():
    text = rendered(
        "{% table columns rows '' 'Each request will stand here.' %}", columns=["A"], rows=[]
    )

    assert "<table" not in text
    assert "Each request will stand here." in text


def test_a_row_with_a_value_too_few_is_a_fault():
    with pytest.raises(ValueError, match="shorter"):
        rendered("{% table columns rows %}", columns=["A", "B"], rows=[["a"]])


def test_a_value_that_is_missing_is_a_dash_that_can_be_heard():
    text = rendered("{% facts facts %}", facts=[("Repealed on", None)])

    assert "—" in text
    assert "none" in text


@pytest.mark.parametrize(
    ("language", "words"), [("en", "8 June 2012"), ("zh-hans", "2012年6月8日")]
)
def test_a_day_is_written_in_full_in_each_language(language, words):
    with translation.override(language):
        assert rendered("{{ on|day }}", on=date(2012, 6, 8)) == words


@pytest.mark.parametrize(
    ("language", "words"), [("en", "8 June 2012, 09:05"), ("zh-hans", "2012年6月8日 09:05")]
)
def test_a_moment_is_written_in_the_time_of_the_office(language, words):
    at = datetime(2012, 6, 8, 1, 5, tzinfo=UTC)
    with translation.override(language):
        assert rendered("{{ at|moment }}", at=at) == words


def test_a_wording_and_a_citation_are_said_in_the_language_of_the_page():
    wording = Wording("公开", "disclosed")

    assert rendered("{{ it|said }}", it=wording) == "disclosed"
    assert rendered("{{ it|said }}", it=ARTICLE) == ARTICLE.en
    with translation.override("zh-hans"):
        assert rendered("{{ it|said }}", it=wording) == "公开"
        assert rendered("{{ it|said }}", it=ARTICLE) == ARTICLE.zh


def test_the_words_of_a_record_are_marked_on_a_page_in_another_language():
    assert rendered("{% quoted it %}", it="通知") == '<span lang="zh-Hans">通知</span>'
    assert rendered("{% quoted it %}", it="12319") == "12319"
    with translation.override("zh-hans"):
        assert rendered("{% quoted it %}", it="通知") == "通知"


def test_a_refusal_stands_with_its_remedy_and_its_article():
    text = rendered("{% refusal refused %}", refused=refused())

    assert "The time limit has already been extended once." in text
    assert "Reply by the due day." in text
    assert f"<cite>{ARTICLE.en}</cite>" in text


class Extension(forms.Form):
    days = forms.IntegerField(label="Working days", help_text="At most twenty.", max_value=20)
    how = forms.ChoiceField(label="How", choices=[("post", "By post")], widget=forms.RadioSelect)
    note = forms.CharField(label="Note", required=False)

    def clean(self):
        raise forms.ValidationError("Today is not the day.")


def test_a_form_says_first_what_is_wrong_and_leads_to_it():
    page = Page(rendered("{% form_fields form %}", form=Extension({"days": "21"})))

    links = {one.attributes["href"].removeprefix("#") for one in page.named("a")}
    names = {one.attributes.get("id") for one in page.elements}
    assert links == {"id_days", "id_how_field"}
    assert links <= names
    assert any("Today is not the day." in one.words for one in page.named("li"))


def test_a_field_is_described_by_its_help_and_its_error():
    page = Page(rendered("{% form_fields form %}", form=Extension({"days": "21"})))

    field = next(one for one in page.named("input") if one.attributes["name"] == "days")
    described = field.attributes["aria-describedby"].split()
    assert described == ["id_days_helptext", "id_days_error"]
    assert set(described) <= {one.attributes.get("id") for one in page.elements}
    assert field.attributes["aria-invalid"] == "true"


def test_a_fresh_form_accuses_nobody():
    text = rendered("{% form_fields form %}", form=Extension())

    assert "role=" not in text
    assert text.count("(optional)") == 1


def test_the_pager_keeps_the_filter():
    request = RequestFactory().get("/list/", {"year": "2012", "page": "2"})
    page = Paginator(range(60), 20).page(2)
    links = Page(rendered("{% pager page %}", page=page, request=request)).named("a")

    assert [one.attributes["href"] for one in links] == ["?year=2012&page=1", "?year=2012&page=3"]


def test_the_way_to_a_page_begins_at_home_or_at_the_desk():
    public = rendered("{% breadcrumbs 'Powers' '/powers/' 'One' %}")
    desk = rendered("{% breadcrumbs 'Desk' '/desk/' 'One' %}")

    assert [one.attributes["href"] for one in Page(public).named("a")] == ["/", "/powers/"]
    assert [one.attributes["href"] for one in Page(desk).named("a")] == ["/desk/"]


def test_the_place_of_a_case_is_marked_on_its_steps():
    steps = [pieces.Step("Take in"), pieces.Step("Decide", here=True)]
    marked = [
        one
        for one in Page(rendered("{% steps steps %}", steps=steps)).elements
        if one.attributes.get("aria-current") == "step"
    ]

    assert len(marked) == 1
    assert "The case is here" in rendered("{% steps steps %}", steps=steps)


def test_the_longest_bar_fills_its_room():
    bars = [pieces.Bar("Noise", 50), pieces.Bar("Waste", 25)]
    shares = [
        one.attributes["width"] for one in Page(rendered("{% bars b 'C' %}", b=bars)).named("rect")
    ]

    assert shares == ["100.0", "50.0"]
