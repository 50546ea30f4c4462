"""What a folder says of supervision is taken in, or refused with one message for each mistake."""

import pytest

from sunlit.ledger.models import Entry
from sunlit.measures.selectors import measure
from sunlit.supervision import selectors
from sunlit.supervision.models import Attendance, Finding, Opinion, Supervisor, SurveyAnswer
from tests.organization.factories import agency
from tests.supervision.factories import (
    ACCOUNTABILITY,
    ANSWER,
    FINDING,
    INSPECTION,
    MEETINGS,
    POINT,
    SUPERVISOR,
    TRAINING,
    YEAR,
    folder,
)

pytestmark = pytest.mark.django_db

CODES = (
    "supervisors", "meetings", "opinions", "opinions_answered", "inspections_scheduled",
    "combined_inspections", "findings", "findings_rectified", "accountability", "survey_rounds",
    "trainings", "demonstration_points",
)  # fmt: skip


def figures(year: int = YEAR) -> dict[str, int]:
    """Return the figures of which the factories' folder has one record each."""
    return {code: measure(f"supervision.{code}", agency(), year).value for code in CODES}


def test_a_year_of_supervision_is_taken_in(tmp_path):
    year = folder(tmp_path)
    year.write_ledger()

    assert not year.faults
    assert not year.warnings
    assert set(figures().values()) == {1}
    assert measure("supervision.inspections_unscheduled", agency(), YEAR).value == 0
    assert set(figures(YEAR - 1).values()) == {0}
    assert Attendance.objects.get().supervisor.code == "JD-01"
    assert Finding.objects.get().accountability.code == "ZJ01"
    assert set(Entry.objects.values_list("event", flat=True).order_by("id")) == {
        "SupervisorAppointed", "SupervisorsMet", "OpinionRaised", "OpinionAnswered",
        "AccountabilityDecided", "AccountabilityFulfilled", "InspectionHeld", "BulletinIssued",
        "RectificationOrdered", "FindingRectified", "SurveyHeld", "SurveyPublished",
        "TrainingHeld", "DemonstrationPointProposed", "DemonstrationPointAccepted",
    }  # fmt: skip


def test_the_public_overview_leaves_out_what_is_not_published(tmp_path):
    folder(
        tmp_path,
        accountability=[ACCOUNTABILITY | {"published": "否"}],
        inspections=[INSPECTION | {"published": "否"}],
        surveys=[ANSWER | {"published_on": ""}],
    )

    overview = selectors.overview(agency(), YEAR)

    assert overview.meetings.get().opinions.all()[0].topic == "公厕"
    assert overview.supervisors.count() == overview.trainings.count() == 1
    assert overview.demonstration_points.count() == 1
    for hidden in (overview.inspections, overview.findings, overview.surveys):
        assert not hidden.exists()
    assert not overview.accountability.exists()
    (face,) = measure("supervision.accountability", agency(), YEAR).faces
    assert (face.title, [value for _label, value in face.facts]) == ("", ["", ""])


@pytest.mark.parametrize(
    ("file", "usual", "change", "column"),
    [
        ("supervisors", SUPERVISOR, {"zone": "Z9"}, "zone"),
        ("supervisors", SUPERVISOR, {"term": "两年"}, "term"),
        ("supervisors", SUPERVISOR, {"term": "2023-02至2024-01"}, "term"),
        ("supervisors", SUPERVISOR, {"appointed_on": "2024-07-01"}, "attended_first_half"),
        ("accountability", ACCOUNTABILITY, {"decided_on": "2024-04-11"}, "decided_on"),
        ("inspections", INSPECTION, {"bulletin_date": ""}, "bulletin_date"),
        ("inspections", INSPECTION, {"organiser": "KS99"}, "organiser"),
        ("inspection_findings", FINDING, {"inspection_id": "JC2024-09"}, "inspection_id"),
        ("inspection_findings", FINDING, {"accountability_id": "ZJ09"}, "accountability_id"),
        ("inspection_findings", FINDING, {"notice_date": "2024-04-11"}, "notice_date"),
        ("inspection_findings", FINDING, {"rectified_on": "2024-04-15"}, "rectified_on"),
        ("inspection_findings", FINDING, {"verified_by": ""}, "verified_by"),
        ("surveys", ANSWER, {"published_on": "2024-06-12"}, "published_on"),
        ("trainings", TRAINING, {"kind": "旅游"}, "kind"),
        ("demonstration_points", POINT, {"accepted_on": "2024-06-04"}, "accepted_on"),
    ],
)
def test_a_row_with_a_mistake_is_refused(tmp_path, file, usual, change, column):
    year = folder(tmp_path, **{file: [usual | change]})

    wrong = [fault.column for fault in year.faults if fault.file == f"{file}.csv"]
    assert wrong == [column]
    assert year.write_ledger() == 0


@pytest.mark.parametrize(
    ("old", "new", "column"),
    [
        ("replied: 2024-07-18", "replied: 2024-06-27", "replied"),
        ("replied: 2024-07-18, ", "", "replied"),
        ("response: 已对外开放, ", "", "response"),
        (", status: 已采纳", "", "status"),
        ("host: LD01", "host: LD09", "host"),
        ("unit: KS01", "unit: KS09", "unit"),
        ("已采纳", "存疑", "meetings.1.opinions.1.status"),
    ],
)
def test_a_mistake_about_a_meeting_is_refused(tmp_path, old, new, column):
    assert old in MEETINGS

    year = folder(tmp_path, meetings=MEETINGS.replace(old, new))

    assert [fault.column for fault in year.faults] == [column]


def test_an_opinion_without_an_answer_is_counted_as_raised_only(tmp_path):
    start = MEETINGS.index("response:")

    year = folder(tmp_path, meetings=MEETINGS[:start] + "}\n")

    assert not year.faults
    assert (figures()["opinions"], figures()["opinions_answered"]) == (1, 0)
    assert Opinion.objects.get().replied_on is None


@pytest.mark.parametrize(
    ("file", "usual", "change", "column"),
    [
        ("inspections", INSPECTION, {"findings": "2"}, "findings"),
        ("inspections", INSPECTION, {"rectified": "0"}, "rectified"),
        ("inspection_findings", FINDING, {"rectified_on": "2024-05-06"}, "rectified_on"),
        ("inspection_findings", FINDING, {"unit": "KS02"}, "accountability_id"),
        ("surveys", ANSWER, {"fair": "14"}, "valid"),
        ("surveys", ANSWER, {"distributed": "200"}, "valid"),
        ("surveys", ANSWER, {"rate": "92.4"}, "rate"),
    ],
)
def test_what_is_only_odd_is_taken_in_with_a_warning(tmp_path, file, usual, change, column):
    year = folder(tmp_path, **{file: [usual | change]})

    assert not year.faults
    assert [(note.file, note.column) for note in year.warnings] == [(f"{file}.csv", column)]


@pytest.mark.parametrize(
    ("old", "new", "column"),
    [
        ("attended: 1", "attended: 2", "attended"),
        ("replied: 2024-07-18", "replied: 2024-07-22", "replied"),
    ],
)
def test_a_stated_count_and_a_late_answer_are_warned_of(tmp_path, old, new, column):
    year = folder(tmp_path, meetings=MEETINGS.replace(old, new))

    assert not year.faults
    assert [note.column for note in year.warnings] == [column]


def test_an_answer_stands_once_in_a_survey(tmp_path):
    year = folder(tmp_path, surveys=[ANSWER, ANSWER])

    assert [(fault.line, fault.column) for fault in year.faults] == [(3, "indicator")]
    assert not SurveyAnswer.objects.exists()
    assert year.write_ledger() == 0


def test_a_number_given_again_is_another_appointment_and_ends_the_earlier_one(tmp_path):
    folder(tmp_path / "first", supervisors=[SUPERVISOR, SUPERVISOR | {"supervisor_no": "JD-02"}])
    meetings = MEETINGS.replace("2024", "2025").replace("2025-07-18", "2025-07-10")
    again = {"appointed_on": "2025-02-20", "term": "2025-02至2027-02"}

    later = folder(
        tmp_path / "second", year=YEAR + 1, meetings=meetings, supervisors=[SUPERVISOR | again]
    )

    assert not later.faults
    assert Supervisor.objects.count() == 3
    assert figures()["supervisors"] == 2
    assert figures(YEAR + 1)["supervisors"] == figures(YEAR + 2)["supervisors"] == 1
    assert figures(YEAR + 4)["supervisors"] == 0
