"""An agency's own chart at the desk and on the site: what is typed, what is shown, when."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from sunlit.organization.models import Role
from sunlit.powers.models import ChartVersion
from tests.disclosure import factories as items
from tests.organization import factories as organization
from tests.powers import versions

pytestmark = pytest.mark.django_db

UPLOAD = "/desk/chart-versions/open/upload/"
PAGE = "/powers/procedures/license_ordinary/"


@pytest.fixture(autouse=True)
def the_day(settings):
    """Let it be the day of the upload."""
    settings.SUNLIT_TODAY = versions.UPLOADED


@pytest.fixture
def clerk(client):
    """Return a browser in which the clerk has logged in."""
    versions.procedure()
    client.force_login(items.clerk())
    return client


def hand_in(browser, content=b"", **typed):
    """Hand in the form, with a file if there is one."""
    form = {"procedure": versions.CODE, "note": versions.NOTE, **typed}
    if content:
        form["file"] = SimpleUploadedFile("chart.bpmn", content)
    return browser.post(f"{UPLOAD}?lang=en", form, follow=True)


def text(answer):
    """Return a page as text."""
    return answer.content.decode()


def test_the_clerk_uploads_a_chart_and_sees_what_it_changes(clerk):
    page = text(hand_in(clerk, versions.redrawn()))

    assert ChartVersion.objects.get().note == versions.NOTE
    assert "<svg" in page
    assert "is now called" in page
    assert "两人现场踏勘" in page


def test_a_chart_is_pasted_as_text(clerk):
    answer = hand_in(clerk, text=versions.redrawn().decode())

    assert answer.redirect_chain
    assert ChartVersion.objects.count() == 1


def test_every_fault_is_told_with_its_line_and_nothing_typed_is_lost(clerk):
    wrong = versions.redrawn(
        ("licence-cases.survey", "licence-cases.surveys"), ('sunlit:act="flow.record" ', "")
    )

    answer = hand_in(clerk, wrong)

    page = text(answer)
    assert answer.status_code == 422
    errors = answer.context["form"].non_field_errors()
    assert len(errors) == versions.redrawn(("a", "a")).decode().count('"flow.record"') + 1
    assert all(error.startswith("line ") for error in errors)
    assert "licence-cases.surveys" in answer.context["form"]["text"].value()
    assert versions.NOTE in page
    assert not ChartVersion.objects.exists()


def test_what_was_in_a_faulty_file_is_mended_on_the_page_and_taken(clerk):
    refused = hand_in(clerk, versions.redrawn(("licence-cases.survey", "licence-cases.surveys")))
    shown = refused.context["form"]["text"].value()

    hand_in(clerk, text=shown.replace("licence-cases.surveys", "licence-cases.survey"))

    assert ChartVersion.objects.get().content.endswith(b"</definitions>")


def test_a_chart_that_drops_a_step_of_the_law_is_refused_with_the_provision(clerk):
    answer = hand_in(clerk, versions.redrawn(("licence-cases.survey", "flow.record")))

    assert answer.status_code == 422
    (error,) = answer.context["form"].non_field_errors()
    assert "现场踏勘" in error
    assert "Administrative Licen" in error


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"\x89PNG\r\n\x1a\n", "no flow chart"),
        (b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>', "document type"),
        (b" " * 1_000_001, "more than a megabyte"),
    ],
    ids=["a picture", "an entity", "too big"],
)
def test_what_is_no_chart_is_refused_with_a_sentence(clerk, content, said):
    answer = hand_in(clerk, content)

    assert answer.status_code == 422
    assert said in text(answer)
    assert "root:" not in text(answer)


def test_neither_file_nor_text_is_a_fault_of_the_form(clerk):
    assert "Choose a file, or paste its text." in text(hand_in(clerk))


def test_a_chart_of_another_modeller_takes_over_what_it_lacks(clerk):
    bare = versions.redrawn(('sunlit:act="licence-cases.survey" ', ""))
    assert hand_in(clerk, bare).status_code == 422

    hand_in(clerk, bare, take_over="on")

    assert b"licence-cases.survey" in ChartVersion.objects.get().content


@pytest.mark.parametrize("role", [Role.SECRECY_REVIEWER, Role.APPROVER, Role.AUDITOR])
def test_who_may_only_read_uploads_nothing(client, role):
    versions.procedure()
    client.force_login(organization.official(role))

    assert hand_in(client, versions.redrawn()).status_code == 403
    assert not ChartVersion.objects.exists()


def test_the_page_of_the_procedure_changes_on_the_day(client, settings):
    versions.in_force()
    before = text(client.get(f"{PAGE}?lang=en"))

    settings.SUNLIT_TODAY = versions.IN_FORCE
    after = text(client.get(f"{PAGE}?lang=en"))

    assert "两人现场踏勘" not in before
    assert "两人现场踏勘" in after
    assert "Version 1 of the agency" in after
    assert client.get(f"{PAGE}chart.bpmn").content == versions.redrawn()


def test_every_chart_so_far_has_its_page_and_its_file(client, settings):
    versions.in_force()
    settings.SUNLIT_TODAY = date(2012, 7, 2)

    own = text(client.get(f"{PAGE}versions/1/?lang=en"))
    law = text(client.get(f"{PAGE}versions/2004-07-01/?lang=en"))

    assert "is now called" in own
    assert "no longer in force" not in own
    assert "no longer in force" in law
    assert client.get(f"{PAGE}versions/1/chart.bpmn").content == versions.redrawn()
    assert client.get(f"{PAGE}versions/2004-07-01/chart.svg").content.startswith(b"<svg")


def test_a_chart_to_come_is_shown_before_its_day_as_such(client):
    versions.in_force()

    assert "comes into force on 15 June 2012" in text(client.get(f"{PAGE}versions/1/?lang=en"))


@pytest.mark.parametrize("stage", ["uploaded", "at_gate", "published"])
def test_a_version_not_put_in_force_is_not_shown_to_the_public(client, stage):
    getattr(versions, stage)()

    assert client.get(f"{PAGE}versions/1/").status_code == 404
    assert client.get(f"{PAGE}versions/1/chart.bpmn").status_code == 404


@pytest.mark.parametrize("name", ["2", "0", "99999999999999999999", "2019-04-23", "x", "²"])
def test_a_version_that_is_not_there_has_no_page(client, name):
    versions.procedure()

    assert client.get(f"{PAGE}versions/{name}/").status_code == 404
