"""The sample year gives the figures that the records prove; a changed sample gives others."""

import csv
from datetime import date

import pytest

from sunlit.assessment.drawings import TELLING
from sunlit.exchange.services import load_year
from sunlit.ledger.selectors import latest_leaves
from sunlit.measures import groups
from sunlit.measures.charting import address, chart
from sunlit.measures.pictures import all_pictures
from sunlit.measures.registry import all_measures
from sunlit.measures.selectors import measure, measure_all
from sunlit.organization.models import Agency, Official, Role
from sunlit.organization.services import give_roles
from sunlit.powers.models import Power
from sunlit.powers.services import cancel
from tests import sample


@pytest.fixture(scope="module")
def loaded(django_db_setup, django_db_blocker):
    """Load the sample year once for the tests of this module."""
    with django_db_blocker.unblock(), sample.loaded() as done:
        yield done


@pytest.fixture
def agency(loaded, db) -> Agency:
    """Return the agency of the sample."""
    return loaded.agency


@pytest.mark.parametrize(("code", "value"), sample.FIGURES.items())
def test_a_figure_of_the_sample_year(agency, code, value):
    assert measure(code, agency, sample.YEAR).value == value


def test_every_figure_has_a_face_and_a_leaf_for_each_record(agency):
    for code, found in measure_all(agency, sample.YEAR).items():
        ids = [face.id for face in found.faces]
        assert len(set(ids)) == len(ids) == found.value, code
        assert len(found.digest) == 64
        labels = {tuple(str(label) for label, _value in face.facts) for face in found.faces}
        assert len(labels) <= 1, code


def test_every_record_that_a_figure_counts_stands_in_the_ledger(agency):
    for code, found in measure_all(agency, sample.YEAR).items():
        kinds = {record._meta.label_lower for record in found.entered}
        for kind in kinds:
            ids = {record.pk for record in found.entered if record._meta.label_lower == kind}
            assert set(latest_leaves(kind, ids)) == ids, (code, kind)


def test_no_figure_of_another_year_counts_this_years_dated_records(agency):
    for code in ("complaints.received", "disclosure.news", "foi.received", "approvals.cases"):
        assert measure(code, agency, sample.YEAR - 1).value == 0


def test_complaints_and_requests_show_neither_text_nor_person(agency):
    with (sample.FOLDER / "complaints.csv").open(encoding="utf-8", newline="") as file:
        texts = {row["text"] for row in csv.DictReader(file)}
    for code in all_measures():
        if code.startswith(("complaints.", "foi.")):
            for face in measure(code, agency, sample.YEAR).faces:
                assert face.title == ""
                assert not texts & {str(value) for _label, value in face.facts}


@pytest.mark.django_db
def test_the_figures_follow_a_changed_sample(tmp_path):
    folder = sample.copy_to(tmp_path)
    with (folder / "penalty_cases.csv").open(encoding="utf-8", newline="") as file:
        used = {row["power_code"] for row in csv.DictReader(file)}
    with (folder / "complaints.csv").open(encoding="utf-8", newline="") as file:
        used |= {row["power_code"] for row in csv.DictReader(file)}

    def drop_a_penalty(rows):
        place = next(
            number
            for number, row in enumerate(rows)
            if row["kind"] == "行政处罚" and row["code"] not in used
        )
        del rows[place]

    def repeal_one_more(rows):
        row = next(row for row in rows if row["decision"] == "保留")
        row["decision"], row["principle"] = "废止", "废"

    sample.change_rows(folder / "powers.csv", drop_a_penalty)
    sample.change_rows(folder / "normative_documents.csv", repeal_one_more)
    sample.change_rows(folder / "board_postings.csv", lambda rows: rows.pop())

    agency = load_year(folder, today=sample.TODAY, agency_code="CHANGED").agency

    values = {code: found.value for code, found in measure_all(agency, sample.YEAR).items()}
    assert values["powers.penalty"] == 118
    assert values["powers.total"] == values["powers.with_flow"] == 135
    assert (values["norms.repealed"], values["norms.retained"]) == (8, 5)
    assert values["channels.board_postings"] == 74


@pytest.mark.django_db
def test_a_digest_changes_when_a_record_gets_a_new_entry():
    agency = load_year(sample.FOLDER, today=sample.TODAY, agency_code="LATER").agency
    before = measure("powers.penalty", agency, sample.YEAR)
    sealed = before.digest
    leader = Official.objects.create(username="leader", post="局长", agency=agency)
    give_roles(leader, [Role.LEADER], since=sample.TODAY)
    power = Power.objects.filter(agency=agency, kind="penalty").order_by("code")[0]

    cancel(record_id=power.pk, by=leader, today=date(2013, 1, 4), reason="法规修订")

    after = measure("powers.penalty", agency, sample.YEAR)
    assert after.value == before.value
    assert after.digest != sealed


def test_every_picture_holds_each_record_of_its_figure_once(agency):
    for year in (sample.YEAR - 1, sample.YEAR):
        for code, picture in all_pictures().items():
            counted = sorted(record.pk for record in measure(picture.counts, agency, year).records)
            found = groups.picture(code, agency, year)
            drawn = sorted(record.pk for group in found.groups for record in group.records)
            assert drawn == counted, (code, year)
            assert chart(found, leads_to=address).value == found.value == len(counted), (code, year)


def test_every_bar_of_a_picture_leads_to_its_list(agency, client):
    for code in ("complaints.by_month", "foi.days_to_reply", "planning.progress"):
        for row in chart(groups.picture(code, agency, sample.YEAR), leads_to=address).rows:
            for value, url in ((row.value, row.url), *((p.value, p.url) for p in row.parts)):
                if value:
                    page = client.get(url)
                    assert page.status_code == 200
                    assert page.context["page"].paginator.count == value, url


def test_the_page_of_the_assessment_shows_the_telling_pictures_once(agency, client):
    page = client.get("/assessment/2012/")

    charts = [chart for _section, charts in page.context["sections"] for chart in charts]
    assert sorted(chart.code for chart in charts) == sorted(TELLING)
    assert page.content.decode().count('class="chart-figure"') == len(TELLING)
    placed = {s.id: [chart.code for chart in charts] for s, charts in page.context["sections"]}
    assert placed["content"] == ["disclosure.by_month", "foi.days_to_reply"]


def test_a_list_of_a_group_keeps_the_seal_of_the_whole_figure(agency, client):
    page = client.get(
        "/assessment/2012/figures/complaints.received/"
        "?picture=complaints.by_category&group=噪声扰民"
    )

    assert page.context["page"].paginator.count == 27
    whole = measure("complaints.received", agency, sample.YEAR)
    assert whole.digest in page.content.decode()


@pytest.mark.parametrize(
    "asked",
    ["picture=complaints.by_category&group=magic", "picture=complaints.by_category",
     "picture=foi.by_outcome&group=refused", "picture=&group=x",
     "picture=complaints.by_month&group=01&layer=magic"],
)  # fmt: skip
def test_a_group_that_a_figure_does_not_have_is_not_found(agency, client, asked):
    assert client.get(f"/assessment/2012/figures/complaints.received/?{asked}").status_code == 404
