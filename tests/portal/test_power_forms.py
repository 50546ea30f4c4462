"""The application form made of a power, the agency's own forms, services for convenience."""

from io import BytesIO

import pytest
from docx import Document

from sunlit.disclosure.uploads import take_in
from sunlit.organization.models import Role
from sunlit.powers import services
from sunlit.powers.models import ConvenienceService, Material, MaterialSheet
from tests.approvals import factories as approvals
from tests.approvals.applications import JUNE, licence_with_papers
from tests.organization.factories import agency, official

pytestmark = pytest.mark.django_db

FORM = "/powers/CG-XK-001/forms/application."


@pytest.fixture(autouse=True)
def in_june(settings):
    settings.SUNLIT_TODAY = JUNE


def words(content):
    """Return all that a Word file says."""
    document = Document(BytesIO(content))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(one.text for one in document.paragraphs), *cells])


def handed_in(power, kind="blank", name="本局申请表.txt", text="姓名："):
    by = official(Role.SECTION_HEAD, username=f"head-{kind}-{name}")
    services.hand_in_sheet(
        record_id=power.pk, by=by, today=JUNE, material="申请表", kind=kind,
        file=take_in(name, text.encode()), reason="方便申请人",
    )  # fmt: skip
    return MaterialSheet.objects.get(power=power, kind=kind)


def page(client, address):
    answer = client.get(address, {"lang": "en"})
    assert answer.status_code == 200
    return answer.content.decode()


def test_the_form_says_the_power_its_materials_and_where_to_bring_it(client):
    licence_with_papers(
        place="政务服务中心一楼", consulting_phone="0500-0000116", legal_basis="条例"
    )

    answer = client.get(f"{FORM}docx")

    assert answer.status_code == 200
    said = words(answer.content)
    for part in ("licence 事项申请表", "CG-XK-001", "效果图", "委托书（有关情形适用）", "声明",
                 "政务服务中心一楼", "0500-0000116", "依据：条例"):  # fmt: skip
        assert part in said


def test_the_form_is_a_pdf_too_and_both_come_out_the_same(client):
    licence_with_papers()

    first, again = client.get(f"{FORM}pdf").content, client.get(f"{FORM}pdf").content

    assert first.startswith(b"%PDF")
    assert first == again


@pytest.mark.parametrize("why", ["no form asked for", "not public", "unknown format"])
def test_where_there_is_no_form_nothing_is_found(client, why):
    power = licence_with_papers()
    if why == "no form asked for":
        Material.objects.filter(form="filled_in").delete()
    if why == "not public":
        power.is_public, power.published_on = False, None
        power.save()
    ending = "odt" if why == "unknown format" else "docx"

    assert client.get(f"{FORM}{ending}").status_code == 404


def test_the_form_is_on_the_page_of_the_power_and_where_one_applies(client):
    licence_with_papers()

    for address in ("/powers/CG-XK-001/", "/apply/CG-XK-001/"):
        shown = page(client, address)
        assert f"{FORM}docx" in shown
        assert f"{FORM}pdf" in shown


def test_the_agencys_own_form_goes_before_the_one_that_is_made(client):
    sheet = handed_in(licence_with_papers())

    shown = page(client, "/powers/CG-XK-001/")
    assert f"{FORM}docx" not in shown
    assert sheet.digest in shown
    answer = client.get(f"/powers/CG-XK-001/forms/{sheet.digest}/{sheet.name}")
    assert answer.content.decode() == "姓名："
    assert sheet.digest in page(client, "/apply/CG-XK-001/")


def test_a_sample_stands_beside_the_form_that_is_made(client):
    sheet = handed_in(licence_with_papers(), kind="sample", name="示范.txt", text="某某")

    shown = page(client, "/powers/CG-XK-001/")
    assert f"{FORM}docx" in shown
    assert sheet.digest in shown


def test_the_step_for_papers_offers_the_files_too(client):
    licence_with_papers()
    begun = client.post("/apply/CG-XK-001/", {"content": "设置灯箱", "place": "中心大街"}).url

    assert f"{FORM}docx" in page(client, begun.replace("who/", "materials/"))


def test_a_file_of_a_power_that_is_not_public_or_under_another_name_is_not_found(client):
    power = licence_with_papers()
    sheet = handed_in(power)
    address = f"/powers/CG-XK-001/forms/{sheet.digest}/"

    assert client.get(f"{address}别的.txt").status_code == 404
    power.is_public, power.published_on = False, None
    power.save()
    assert client.get(f"{address}{sheet.name}").status_code == 404


# Services for convenience


def service(**parts):
    values = {
        "code": "BM01",
        "name": "责任区查询",
        "days": "当场",
        "in_window": True,
        "fee": "不收费",
    }
    return ConvenienceService.objects.create(agency=agency(), **values | parts)


def test_a_service_says_where_when_and_what_is_needed(client):
    window = approvals.window()
    window.address, window.phone = "政务服务中心一楼", "0500-0000116"
    window.save()
    service(conditions="门牌号\n店名", who_may_apply="任何人")

    shown = page(client, "/powers/services/")

    for part in (
        "责任区查询",
        "政务服务中心一楼",
        "0500-0000116",
        "门牌号",
        "店名",
        "任何人",
        "不收费",
    ):
        assert part in shown


def test_a_service_elsewhere_is_not_said_to_be_at_the_window(client):
    window = approvals.window()
    window.address = "政务服务中心一楼"
    window.save()
    service(in_window=False, place="环卫所")

    shown = page(client, "/powers/services/")

    assert "环卫所" in shown
    assert "政务服务中心一楼" not in shown


def test_the_services_are_reached_from_the_powers_and_from_the_site_map(client):
    agency()

    for address in ("/powers/", "/site-map/"):
        assert "/powers/services/" in page(client, address)
    assert "will stand here" in page(client, "/powers/services/")
