"""Registers at the desk: narrowed down, sorted, kept as filters, taken out as files."""

import csv
import io
import zipfile
from datetime import date
from urllib.parse import urlencode

import pytest
from django.apps import apps
from django.forms import DateInput
from python_calamine import CalamineWorkbook

from sunlit.design.registers import all_registers
from sunlit.desk import asking
from sunlit.desk.models import SavedFilter
from sunlit.ledger.models import Entry
from sunlit.organization.models import Role
from tests.complaints import factories as complaints
from tests.disclosure import factories as items
from tests.organization.factories import official

pytestmark = pytest.mark.django_db

TODAY = date(2012, 6, 11)
MOST_QUERIES = 20
PARTS = {
    "approvals.Application",
    "approvals.ApplicationDraft",
    "approvals.CaseEnding",
    "approvals.CaseMaterial",
    "approvals.CaseOfficer",
    "approvals.CollectiveDiscussion",
    "approvals.Defence",
    "approvals.DraftFile",
    "approvals.Evidence",
    "approvals.EvidencePreservation",
    "approvals.ExcludedTime",
    "approvals.Handover",
    "approvals.FinePayment",
    "approvals.InterestedParty",
    "approvals.InvestigationReport",
    "approvals.LegalReview",
    "approvals.LicenceHearing",
    "approvals.MaterialFile",
    "approvals.NonAcceptance",
    "approvals.PaymentRelief",
    "approvals.PenaltyHearing",
    "approvals.PenaltyNotice",
    "approvals.PenaltyPublication",
    "approvals.ReapplyBan",
    "approvals.Renewal",
    "approvals.SiteCheck",
    "channels.Integration",
    "channels.SharedColumn",
    "desk.SavedFilter",
    "disclosure.ApprovalLink",
    "disclosure.Attachment",
    "disclosure.Countersignature",
    "disclosure.FailedSignature",
    "disclosure.FormerEntry",
    "disclosure.Keeping",
    "disclosure.KeptFinding",
    "disclosure.Revision",
    "disclosure.Version",
    "dossiers.DoubtAnswer",
    "dossiers.Objection",
    "dossiers.Vacancy",
    "flows.Run",
    "flows.RunStep",
    "flows.StoredChart",
    "foi.ClockEvent",
    "norms.DraftStep",
    "norms.NormEvaluation",
    "norms.NormRelation",
    "norms.NormText",
    "organization.FailedLogin",
    "organization.GroupMeeting",
    "organization.InPlace",
    "organization.InformationOfficer",
    "organization.Leader",
    "organization.LeadingGroup",
    "organization.LoadedYear",
    "organization.OfficialRole",
    "organization.Subdistrict",
    "organization.Zone",
    "planning.Goal",
    "powers.AccountabilitySituation",
    "powers.ConvenienceService",
    "powers.LegalBasis",
    "powers.Material",
    "powers.MaterialSheet",
    "powers.PowerChange",
    "powers.Procedure",
    "powers.ResponsibilityStage",
    "powers.RiskPoint",
    "powers.ServiceWindow",
    "powers.Step",
    "powers.WindowMilestone",
    "supervision.Attendance",
    "supervision.SupervisorYear",
}
"""What has no register of its own: parts shown with their whole, and what is no record."""


@pytest.fixture(autouse=True)
def a_monday(settings):
    """Let it be a Monday in June, three days after most of what the factories make."""
    settings.SUNLIT_TODAY = TODAY


@pytest.fixture
def desk(client):
    """Let an official log in and open a page."""

    def desk(by, address, **asked):
        client.force_login(by)
        return client.get(f"{address}?{urlencode({'lang': 'en', **asked})}")

    return desk


def numbers(answer):
    """Return the numbers of the records that a page shows."""
    return [row[0].value for row in answer.context["rows"]]


def rows_of(answer):
    """Return the rows of a CSV file."""
    text = b"".join(answer.streaming_content).decode()
    assert text.startswith("\ufeff")
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))


def test_every_record_has_a_register_or_is_a_part_of_one_that_has():
    rooms = [app for app in apps.get_app_configs() if app.name.startswith("sunlit.")]
    rooms = [app for app in rooms if app.label not in ("ledger", "search")]
    models = {model._meta.label for room in rooms for model in room.get_models()}
    registered = {one.model._meta.label for one in all_registers().values()}

    without = models - registered - PARTS
    assert not without, f"{without}: give it a register, or name it among PARTS."


# Narrowed down and sorted


def test_a_register_is_narrowed_by_days_first_and_last_day_included(desk):
    for day in (4, 5, 8):
        items.drafted(title=f"{day}日", made_on=date(2012, 6, day))
    asked = {"day": "made_on", "since": "2012-06-05", "until": "2012-06-08"}

    found = desk(items.clerk(), "/desk/items/", **asked).context["page"].object_list

    assert sorted(item.title for item in found) == ["5日", "8日"]


def test_moments_are_narrowed_by_the_days_of_the_offices_clock(desk):
    complaints.registered()
    asked = {"day": "received_at", "since": "2012-06-08", "until": "2012-06-08"}
    assert len(numbers(desk(complaints.operator(), "/desk/complaints/", **asked))) == 1


def test_only_my_office(desk):
    complaints.dispatched()
    complaints.registered()
    by = complaints.investigator("DD01")
    assert len(numbers(desk(by, "/desk/complaints/"))) == 2
    assert len(numbers(desk(by, "/desk/complaints/", own_office="1"))) == 1


@pytest.mark.parametrize(("openness", "found"), [("waits", 2), ("mine", 1), ("late", 0)])
def test_only_what_is_open_or_mine_or_late(desk, openness, found):
    items.drafted()
    items.approved()
    items.published()
    by = items.clerk()
    assert len(numbers(desk(by, "/desk/items/", open=openness))) == found


def test_a_late_item_is_found_as_late(desk, settings):
    item = items.drafted()
    settings.SUNLIT_TODAY = date(2012, 12, 31)
    assert numbers(desk(items.clerk(), "/desk/items/", open="late")) == [item.code]


def test_a_column_sorts_up_and_down_and_says_so(desk):
    for day in (5, 4, 8):
        items.drafted(title=f"{day}日", made_on=date(2012, 6, day))
    up = desk(items.clerk(), "/desk/items/", sort="made_on")
    down = desk(items.clerk(), "/desk/items/", sort="-made_on")

    assert [item.title for item in up.context["page"]] == ["4日", "5日", "8日"]
    assert [item.title for item in down.context["page"]] == ["8日", "5日", "4日"]
    assert 'aria-sort="ascending"' in up.content.decode()
    assert "sort=-made_on" in up.content.decode()


@pytest.mark.parametrize("sort", ["review__drafter__password", "body", "-", "'--", "no.way"])
def test_nothing_is_sorted_by_what_is_no_column(desk, sort):
    items.drafted()
    answer = desk(items.clerk(), "/desk/items/", sort=sort)
    assert answer.status_code == 200
    assert answer.context["asked"].sort == ""


@pytest.mark.parametrize(
    "asked", [{"since": "2012-13-45"}, {"until": "yesterday"}, {"day": "x"}, {"open": "x"}]
)
def test_what_makes_no_sense_is_not_asked_for(desk, asked):
    items.drafted()
    assert len(numbers(desk(items.clerk(), "/desk/items/", **asked))) == 1


@pytest.mark.parametrize("register", all_registers().values(), ids=lambda one: one.name)
def test_every_column_that_offers_to_sort_can(register):
    by = official(Role.ADMINISTRATOR)
    records = register.records(by)
    paths = [value.path for one in register.columns if hasattr(value := one.value, "path")]
    for path in paths:
        if asking.sort_lookup(register, records, path):
            asked = asking.asked_of(register, by, {"sort": f"-{path}"})
            assert set(asking.narrowed(register, by, asked)) == set(records)


# Kept filters


def test_a_filter_is_kept_used_renamed_shared_and_removed(client, desk):
    item, by = items.drafted(), items.clerk()
    colleague = items.staff("colleague", Role.CLERK)
    client.force_login(by)
    client.post("/desk/items/filters/", {"asked": "status=draft&sort=made_on", "name": "草稿"})
    (kept,) = SavedFilter.objects.all()

    page = desk(by, "/desk/items/")
    assert numbers(desk(by, "/desk/items/", **kept.words)) == [item.code]
    assert [one.name for one in page.context["saved"]] == ["草稿"]
    assert desk(colleague, "/desk/items/").context["saved"] == []

    client.force_login(by)
    client.post(f"/desk/items/filters/{kept.pk}/", {"name": "待审草稿", "shared": "1"})
    assert [one.name for one in desk(colleague, "/desk/items/").context["saved"]] == ["待审草稿"]

    assert client.post(f"/desk/items/filters/{kept.pk}/", {"remove": "1"}).status_code == 404
    client.force_login(by)
    client.post(f"/desk/items/filters/{kept.pk}/", {"remove": "1", "name": ""})
    assert not SavedFilter.objects.exists()


def test_a_filter_keeps_only_what_the_register_knows(client):
    client.force_login(items.clerk())
    client.post("/desk/items/filters/", {"asked": "status=draft&x=1&sort=body", "name": "草稿"})
    assert SavedFilter.objects.get().words == {"status": "draft"}


def test_a_filter_without_a_name_is_refused(client):
    client.force_login(items.clerk())
    assert client.post("/desk/items/filters/", {"asked": "", "name": " "}).status_code == 422
    assert not SavedFilter.objects.exists()


# Taken out as files


def test_what_the_filter_finds_is_taken_out_as_csv(desk):
    items.drafted(title="=cmd|' /C calc'!A0")
    items.published()

    (row,) = rows_of(desk(items.clerk(), "/desk/items/export.csv", status="draft"))

    assert row["Title"] == "'=cmd|' /C calc'!A0"
    assert row["Made on"] == "2012-06-04"
    assert row["State"] == "draft"


def test_a_workbook_has_typed_days_and_says_what_it_is(desk):
    items.drafted(title="=1+1")
    answer = desk(items.clerk(), "/desk/items/export.xlsx", status="draft")
    content = b"".join(answer.streaming_content)

    book = CalamineWorkbook.from_filelike(io.BytesIO(content))
    records, about = (book.get_sheet_by_index(at).to_python() for at in (0, 1))

    row = dict(zip(records[0], records[1], strict=False))
    assert row["Title"] == "=1+1"
    assert row["Made on"] == date(2012, 6, 4)
    assert ["Records", "1"] in about
    assert ["State", "draft"] in about
    assert ["Taken out by", items.clerk().post] in about
    assert b"<f>" not in zipfile.ZipFile(io.BytesIO(content)).read("xl/worksheets/sheet1.xml")


def test_personal_data_is_left_out_of_a_file_and_of_the_page_of_who_oversees(desk):
    complaint = complaints.registered(complainant="张某", contact="13800000000")
    operator, auditor = complaints.operator(), official(Role.AUDITOR)

    for by in (operator, auditor):
        (row,) = rows_of(desk(by, "/desk/complaints/export.csv"))
        assert "Complainant" not in row
        assert "13800000000" not in "".join(row.values())

    address = f"/desk/complaints/{complaint.pk}/"
    assert "13800000000" in desk(operator, address).content.decode()
    assert "13800000000" not in desk(auditor, address).content.decode()


def test_taking_personal_data_out_is_an_act_in_the_ledger(client):
    complaints.registered(contact="13800000000")
    client.force_login(complaints.operator())

    answer = client.post("/desk/complaints/personal-data.csv", {"asked": "q=菜场"})

    assert "13800000000" in "".join("".join(row.values()) for row in rows_of(answer))
    entry = Entry.objects.get(event="PersonalDataExported")
    assert (entry.by, entry.payload["records"]) == (complaints.operator(), 1)
    assert entry.payload["register"] == "complaints"


def test_who_only_oversees_takes_no_personal_data_out(client):
    complaints.registered()
    client.force_login(official(Role.AUDITOR))
    assert client.post("/desk/complaints/personal-data.csv").status_code == 403
    assert not Entry.objects.filter(event="PersonalDataExported").exists()


@pytest.mark.parametrize("name", sorted(all_registers()))
def test_every_register_can_be_taken_out(desk, name, django_assert_max_num_queries):
    by = official(Role.ADMINISTRATOR)
    desk(by, f"/desk/{name}/")
    with django_assert_max_num_queries(MOST_QUERIES):
        rows_of(desk(by, f"/desk/{name}/export.csv"))


def test_a_file_of_another_register_is_refused(desk):
    assert desk(items.clerk(), "/desk/officials/export.csv").status_code == 403


@pytest.mark.parametrize("register", all_registers().values(), ids=lambda register: register.name)
def test_a_day_that_stands_in_a_form_is_one_that_a_browser_shows(register):
    """A field of the kind `date` shows nothing where its value is not written as 2012-06-08."""
    for act in (*register.acts, *register.opening):
        fields = getattr(act.form, "base_fields", {})
        for name, field in fields.items():
            if isinstance(field.widget, DateInput) and field.widget.attrs.get("type") == "date":
                assert field.widget.format == "%Y-%m-%d", (act.name, name)
