"""The claims of the sample year: each is proven by records, and only by records."""

from urllib.parse import urlsplit

import pytest
import yaml
from django.utils import translation

from sunlit.approvals.models import LicenceCase
from sunlit.assessment import selectors
from sunlit.assessment.claims import digest, judged, said, scheme_of
from sunlit.assessment.models import Result, StatisticalLedger
from sunlit.assessment.rules import State
from sunlit.assessment.selectors import template
from sunlit.assessment.writers import described
from sunlit.channels.models import Board, CampaignEvent, Placement, Posting, StreetSign
from sunlit.complaints.models import Complaint
from sunlit.disclosure.models import InternalRule, Item
from sunlit.dossiers.models import Stage
from sunlit.kernel.refusals import Unacceptable
from sunlit.measures.rules import reference
from sunlit.measures.selectors import number
from sunlit.norms.models import CleanUpDecision
from sunlit.organization.models import Agency, InPlace, Seat
from sunlit.planning.models import Task
from sunlit.powers.models import ConvenienceService, Power, ServiceWindow
from sunlit.remedies.models import Remedy
from sunlit.supervision.models import DemonstrationPoint, Finding, Opinion, Supervisor, Training
from tests import sample
from tools import claims as table_tool

CLAIMS = 101
EXPECTED = {
    "accountability": "supervision.accountability",
    "approvals": "approvals.cases",
    "assessments": "assessment.results",
    "attended.1": "supervision.attendances?meeting=ZT2012-1",
    "attended.2": "supervision.attendances?meeting=ZT2012-2",
    "board.office_2012": "channels.board_postings",
    "brigade_boards": "channels.brigades_with_both",
    "complaints": "complaints.received",
    "complaints.accepted": "complaints.accepted",
    "events.arches": "channels.events:arches",
    "events.slogans": "channels.events:banners",
    "foi": "foi.received",
    "inspection.combined": "supervision.combined_inspections",
    "inspection.irregular": "supervision.inspections_unscheduled",
    "inspection.regular": "supervision.inspections_scheduled",
    "items.DT02": "disclosure.notices",
    "items.FG01": "disclosure.laws",
    "items.FG02": "disclosure.ministry_rules",
    "items.FG04": "disclosure.clean_up_notices",
    "items.GH01": "disclosure.year_plans",
    "items.GK01": "disclosure.guides",
    "items.GK02": "disclosure.catalogues",
    "items.GK04": "disclosure.annual_reports",
    "items.JG01": "disclosure.leaders",
    "items.JG02": "disclosure.agency_duties",
    "items.JG03": "disclosure.structure",
    "items.JG04": "disclosure.sections_shown",
    "items.YW01": "disclosure.culture_items",
    "items.ZB01": "disclosure.tender_items",
    "items.ZQ01": "disclosure.power_lists",
    "items.ZQ02": "disclosure.power_sub_lists",
    "items.ZQ03": "disclosure.flow_chart_items",
    "items.news": "disclosure.news",
    "items.zone.开发区": "disclosure.items?zone=开发区",
    "items.zone.集中示范园区": "disclosure.items?zone=集中示范园区",
    "leading_group.members": "organization.sections_in_group",
    "ledgers": "assessment.ledgers_agreeing",
    "media.numbers.广播": "channels.number_announcements?medium=radio",
    "media.numbers.报纸": "channels.number_announcements?medium=newspaper",
    "media.numbers.电视": "channels.number_announcements?medium=television",
    "media.outlets": "channels.media_outlets",
    "media.市日报": "channels.media_placements?outlet=市日报",
    "media.市晨刊": "channels.media_placements?outlet=市晨刊",
    "media.市广播电视报": "channels.media_placements?outlet=市广播电视报",
    "media.新闻网": "channels.media_placements?outlet=新闻网",
    "norms.repealed": "norms.repealed",
    "norms.retained": "norms.retained",
    "norms.total": "norms.reviewed",
    "plan.done": "planning.done_in_time",
    "powers.published": "powers.total",
    "powers.total": "powers.listed",
    "powers.with_flowchart": "powers.with_flow",
    "recruit.hired": "dossiers.recruited",
    "recruit.items": "disclosure.recruitment_items",
    "recruit.places": "dossiers.vacancies:places",
    "recruit.posts": "dossiers.vacancies",
    "recruit.stages": "dossiers.recruitment_stages",
    "recruit.stages_public": "dossiers.recruitment_stages_public",
    "reviews.rejected": "disclosure.withheld",
    "rules.2012": "disclosure.rules_made",
    "street_boards": "channels.signs_with_both_phones",
    "supervisor_meetings": "supervision.meetings",
    "supervisor_opinions": "supervision.opinions_answered",
    "supervisors": "supervision.supervisors",
    "surveys.rounds": "supervision.survey_rounds",
    "tender.stages_public": "dossiers.tender_stages",
    "three_in_place": "organization.in_place",
    "trainings": "supervision.trainings",
    "window.items": "approvals.window_items",
    "window.three": "powers.window_in_place",
    "window.two": "powers.window_concentrations",
}
# What happens to one record, and the claims that then can no longer be made.
CHANGES = {
    "a power is struck off": (
        lambda: Power.objects.filter(code="CG-CF-001").update(is_public=False, published_on=None),
        {"C212", "C216", "C217"},
    ),
    "a flow chart is not drawn": (
        lambda: Power.objects.filter(code="CG-XK-001").update(flow_chart=None),
        {"C210"},
    ),
    "a seat is left empty": (
        lambda: Seat.objects.filter(office__code="KS07").delete(),
        {"C104"},
    ),
    "staff is not in place": (
        lambda: InPlace.objects.filter(kind="personnel").delete(),
        {"C106"},
    ),
    "a task is late": (
        lambda: Task.objects.filter(code="T01").update(done_on="2012-03-30"),
        {"C110"},
    ),
    "a stage of the recruitment is hidden": (
        lambda: Stage.objects.filter(dossier__kind="recruitment", seq=4).update(
            is_public=False, published_on=None
        ),
        {"C202", "C242"},
    ),
    "a norm is kept after all": (
        lambda: CleanUpDecision.objects.filter(document__code="GF01").update(decision="retain"),
        {"C229", "C230"},
    ),
    "a rule is called otherwise": (
        lambda: InternalRule.objects.filter(code="ZD01").update(name="信息办法"),
        {"C218"},
    ),
    "a ledger states too much": (
        lambda: StatisticalLedger.objects.filter(code="TZ-04").update(records=305),
        {"C219"},
    ),
    "a key matter is published late": (
        lambda: Item.objects.filter(
            pk=Item.objects.filter(scope="key").order_by("pk").values("pk")[:1]
        ).update(due_on="2011-12-31"),
        {"C238"},
    ),
    "nobody visits a demonstration point": (
        lambda: DemonstrationPoint.objects.update(peer_visits=0),
        {"C247"},
    ),
    "a service leaves the window": (
        lambda: ConvenienceService.objects.filter(code="BM01").update(in_window=False),
        {"C265"},
    ),
    "an application is taken elsewhere": (
        lambda: LicenceCase.objects.filter(number="SP2012-150").update(at_window=False),
        {"C265"},
    ),
    "the chief representative has no paper": (
        lambda: ServiceWindow.objects.update(chief_document=""),
        {"C264"},
    ),
    "the radio is silent": (
        lambda: Placement.objects.filter(outlet__type="radio").update(kind="feature"),
        {"C307", "C308", "C309"},
    ),
    "a paper is taken off the board": (
        lambda: Posting.objects.filter(code="GL-001").delete(),
        {"C311"},
    ),
    "a brigade posts no promise": (
        lambda: Posting.objects.filter(
            board__in=Board.objects.filter(office__code="DD03").order_by(), kind="promise"
        ).update(kind="work"),
        {"C312"},
    ),
    "a sign lacks the unit's number": (
        lambda: StreetSign.objects.filter(code="GP-001").update(office_phone=""),
        {"C317"},
    ),
    "an event has no arch": (
        lambda: CampaignEvent.objects.filter(code="HD02").update(arches=0),
        {"C316"},
    ),
    "an opinion waits": (
        lambda: Opinion.objects.filter(position=31).update(
            status="awaiting", replied_on=None, response=""
        ),
        {"C315"},
    ),
    "a supervisor came only after the year": (
        lambda: Supervisor.objects.filter(code="JD-50").update(
            appointed_on="2013-01-01", term_ends_on="2014-01-01"
        ),
        {"C314"},
    ),
    "a complaint has no papers": (
        lambda: Complaint.objects.filter(number="TS2012-0001").update(documents=[]),
        {"C407"},
    ),
    "a file is not complete": (
        lambda: Remedy.objects.filter(number="SS2012-01").update(is_complete=False),
        {"C408"},
    ),
    "nothing was exchanged": (
        lambda: Training.objects.filter(kind="exchange").update(kind="study"),
        {"C247", "C409"},
    ),
    "a result does not count": (
        lambda: Result.objects.filter(office__code="KS01", period="half_year").update(
            counted_in_post_target=False
        ),
        {"C411"},
    ),
    "a finding is not put right": (
        lambda: Finding.objects.filter(code="JC2012-01-1").update(
            rectified_on=None, rectification="", verified_by=""
        ),
        {"C412"},
    ),
}


@pytest.fixture(scope="module")
def loaded(django_db_setup, django_db_blocker):
    """Load the sample year once."""
    with django_db_blocker.unblock(), sample.loaded() as done:
        yield done


@pytest.fixture
def agency(loaded, db):
    """The agency whose year it is."""
    return Agency.objects.get()


def table(agency):
    """All claims of the sample year, held against the records as they are now."""
    return judged(agency, sample.YEAR, scheme_of(agency, sample.YEAR))


def failing(agency):
    """The claims that are not proven now."""
    return {one.claim.id for one in table(agency).judgements.values() if one.state != State.PROVEN}


def test_every_claim_of_the_sample_year_is_proven_by_its_records(agency):
    found = table(agency)

    assert len(found.judgements) == CLAIMS
    assert failing(agency) == set()
    assert all(one.findings for one in found.judgements.values())


@pytest.mark.parametrize("change", CHANGES)
def test_a_claim_falls_with_its_record(agency, change):
    act, fallen = CHANGES[change]
    act()
    assert failing(agency) == fallen


def test_without_records_nothing_is_proven_and_nothing_breaks(agency):
    found = judged(Agency.objects.create(code="NEW", name="新局", index_code="9"), 2012,
                   scheme_of(agency, 2012))  # fmt: skip
    assert {one.state for one in found.judgements.values()} == {State.NOT_PROVEN}


def test_the_digest_of_a_claim_changes_with_its_records(agency):
    claim = table(agency).judgements["C311"]
    before = digest(claim, agency, sample.YEAR)
    assert digest(claim, agency, sample.YEAR) == before

    Posting.objects.filter(code="GL-001").delete()

    assert digest(claim, agency, sample.YEAR) != before


@pytest.mark.parametrize("key", EXPECTED)
def test_the_figures_agree_with_what_the_sample_expects(agency, key):
    path = sample.FOLDER / "expected_figures.yaml"
    expected = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert number(reference(EXPECTED[key]), agency, sample.YEAR) == expected[key]


def test_every_piece_of_evidence_opens_as_many_records_as_it_counts(agency, client):
    seen = set()
    for judgement in table(agency).judgements.values():
        for finding in judgement.findings:
            named = finding.condition.figure
            if named.path in seen:
                continue
            seen.add(named.path)
            answer = client.get(f"/assessment/{sample.YEAR}/figures/{named.path}")
            assert answer.status_code == 200, named.path
            counted = answer.context["measurement"].value
            assert named.amount or counted == finding.found, named.path
            assert len(answer.context["rows"]) == min(counted, 200), named.path


@pytest.mark.parametrize("language", ["zh-hans", "en"])
def test_the_page_of_claims_shows_each_with_its_state(agency, client, language):
    answer = client.get(f"/assessment/{sample.YEAR}/claims/", {"lang": language})

    text = answer.content.decode()
    assert answer.status_code == 200
    for judgement in table(agency).judgements.values():
        assert judgement.claim.id in text
        assert judgement.claim.says[language].replace("'", "&#x27;") in text
    assert text.count("state--done") == CLAIMS
    links = {urlsplit(part.split('"')[0].replace("&amp;", "&")).path
             for part in text.split('href="')[1:]}  # fmt: skip
    assert f"/assessment/{sample.YEAR}/figures/powers.penalty/" in links


def test_the_page_can_be_narrowed_to_what_is_not_proven(agency, client):
    address = f"/assessment/{sample.YEAR}/claims/"
    assert "C311" not in client.get(address, {"state": "not_proven"}).content.decode()

    Posting.objects.filter(code="GL-001").delete()

    narrowed = client.get(address, {"state": "not_proven"}).content.decode()
    assert "C311" in narrowed
    assert "C312" not in narrowed
    assert "state--late" in narrowed
    assert "C312" in client.get(address, {"state": "nonsense"}).content.decode()


def test_what_the_text_tells_is_what_the_claims_say(agency):
    text = {claim.id: set(claim.needs) for claim in template("zh-hans").claims()}
    for claim in scheme_of(agency, sample.YEAR).claims():
        codes = {one.code for condition in claim.proof for one in condition.figures()}
        for told in claim.told:
            assert text[told] <= codes, (claim.id, told)


def test_the_text_tells_every_claim_but_one_that_no_record_can_show(agency):
    silent = [one for one in scheme_of(agency, sample.YEAR).claims() if not one.told]
    assert [one.id for one in silent] == ["C250"]
    assert all(one.beyond for one in silent)


def test_the_written_report_names_the_claims_that_it_tells(agency):
    written = described(selectors.self_assessment(agency, sample.YEAR, sample.TODAY))
    made = [
        claim
        for section in written["sections"]
        for part in section["parts"]
        for paragraph in part["paragraphs"]
        for claim in paragraph["claims"]
    ]
    told = {one for claim in made for one in claim["tells"]}
    assert len(told) == CLAIMS - 1
    assert written["unproven"] == []
    for claim in made:
        assert all(written["figures"][code]["value"] for code in claim["figures"])


@pytest.mark.parametrize("language", ["zh-hans", "en"])
def test_every_figure_of_a_claim_is_said_in_words(agency, language):
    with translation.override(language):
        for named in scheme_of(agency, sample.YEAR).figures():
            assert str(named) not in [str(word) for word in said(named)]


def test_the_reference_table_of_the_claims_is_as_the_records_say(agency):
    assert table_tool.PAGE.read_text(encoding="utf-8") == table_tool.page(table(agency))


def test_an_installation_writes_its_own_claims(agency, settings, tmp_path):
    settings.DATA_DIR = tmp_path
    own = tmp_path / "claims" / "own.yaml"
    own.parent.mkdir()
    own.write_text(
        "year: 2012\ntitle: {zh-hans: 甲, en: a}\nsections:\n"
        "  - id: s\n    heading: {zh-hans: 甲, en: a}\n"
        "    claims: [{id: X1, says: {zh-hans: 乙, en: b}}]\n",
        encoding="utf-8",
    )
    found = table(agency)
    assert [one.state for one in found.judgements.values()] == [State.NOT_MEASURABLE]

    own.write_text("year: [", encoding="utf-8")
    with pytest.raises(Unacceptable, match=r"own\.yaml"):
        scheme_of(agency, sample.YEAR)


def test_a_year_without_claims_says_who_writes_them(agency, client):
    assert scheme_of(agency, 2013) is None
    Agency.objects.update(code="ELSEWHERE")
    answer = client.get(f"/assessment/{sample.YEAR}/claims/", {"lang": "en"})
    assert "The disclosure office does" in answer.content.decode()
