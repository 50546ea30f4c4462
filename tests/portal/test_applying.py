"""Applying on the web and following a case: what the pages take, refuse, keep and hide."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from sunlit.approvals import applying
from sunlit.approvals.lifecycle import Status
from sunlit.approvals.models import ApplicationDraft, Fit, LicenceCase, MaterialFile
from sunlit.approvals.services import applications as services
from sunlit.approvals.services import licences as window
from sunlit.kernel.query_codes import LENGTH
from sunlit.organization.models import Role
from tests.approvals.applications import (
    IDENTITY,
    JUNE,
    PHONE,
    licence_with_papers,
    submitted,
    window_clerk,
)
from tests.complaints import factories as complaints
from tests.foi import factories as requests
from tests.organization.factories import agency, official

pytestmark = pytest.mark.django_db

BEGIN = "/apply/CG-XK-001/"
WHAT = {"content": "设置灯箱", "place": "中心大街 1 号"}
WHO = {
    "applicant_kind": "person",
    "applicant": "申请人 甲",
    "certificate": IDENTITY,
    "phone": PHONE,
}
SIGNED = {"truth": "on", "signed_as": "申请人甲"}
WRONG = {"number": "SP2012-001", "query_code": "WRONG222"}


@pytest.fixture(autouse=True)
def a_thursday(settings):
    """Let it be Thursday, 7 June 2012."""
    settings.SUNLIT_TODAY = JUNE


@pytest.fixture
def begun(client):
    """Begin an application and return the address of its steps."""
    licence_with_papers()
    answer = client.post(BEGIN, WHAT)
    assert answer.status_code == 302
    return answer.url.removesuffix("who/")


def page(answer):
    """Return the text of an answer."""
    return answer.content.decode()


def address_of(case):
    """Return the address of the page of a case."""
    return f"/track/{case.number}/?t={applying.token_of(case.number, case.query_code)}"


# Applying


def test_a_person_applies_from_the_first_step_to_the_receipt(client, begun):
    client.post(f"{begun}who/", WHO)
    paper = SimpleUploadedFile("表.txt", "申请表".encode())
    client.post(f"{begun}materials/", {"paper-1": paper, "on": "1"})
    answer = client.post(f"{begun}sign/", SIGNED)

    case = LicenceCase.objects.get()
    assert answer.url.startswith(f"/track/{case.number}/receipt/")
    shown = page(client.get(answer.url))
    assert case.query_code in shown
    assert "表.txt" in shown
    pdf = client.get(answer.url.replace("receipt/", "receipt.pdf"))
    assert pdf.content.startswith(b"%PDF-")
    assert MaterialFile.objects.get().material.name == "申请表"


def test_what_cannot_be_taken_is_said_and_kept_all_the_same(client, begun):
    answer = client.post(f"{begun}who/", WHO | {"certificate": "110105194912310021", "phone": "无"})

    assert answer.status_code == 422
    assert "身份证号码有一位不对" in page(answer)
    again = page(client.get(f"{begun}who/"))
    assert "110105194912310021" in again
    assert "申请人 甲" in again


def test_a_refused_file_is_named_beside_its_paper_and_the_good_one_is_kept(client, begun):
    good = SimpleUploadedFile("图.txt", "效果图".encode())
    bad = SimpleUploadedFile("表.docm", b"PK\x03\x04")

    answer = client.post(f"{begun}materials/", {"paper-1": bad, "paper-2": good, "on": "1"})

    assert answer.status_code == 422
    assert "表.docm" in page(answer)
    assert "可含宏" in page(answer)
    assert [file.name for file in ApplicationDraft.objects.get().files.all()] == ["图.txt"]


def test_a_file_is_taken_out_again(client, begun):
    client.post(f"{begun}materials/", {"paper-1": SimpleUploadedFile("表.txt", b"form")})
    file = ApplicationDraft.objects.get().files.get()

    client.post(f"{begun}materials/", {"remove": str(file.pk)})

    assert not ApplicationDraft.objects.get().files.exists()


def test_an_application_is_signed_by_who_applies_and_says_that_it_is_true(client, begun):
    client.post(f"{begun}who/", WHO)
    for typed in ({"signed_as": "申请人甲"}, SIGNED | {"signed_as": "别人"}):
        assert client.post(f"{begun}sign/", typed).status_code == 422
    assert not LicenceCase.objects.exists()


@pytest.mark.parametrize("drawing", ["data:image/png;base64,AAAA", "nonsense", "data:text/html,x"])
def test_a_drawn_signature_that_is_no_picture_is_refused(client, begun, drawing):
    client.post(f"{begun}who/", WHO)

    assert client.post(f"{begun}sign/", SIGNED | {"drawing": drawing}).status_code == 422
    assert not LicenceCase.objects.exists()


def test_an_application_without_its_second_step_is_not_sent_off(client, begun):
    answer = client.post(f"{begun}sign/", SIGNED)

    assert answer.status_code == 422
    assert f'href="{begun}who/"' in page(answer)
    assert not LicenceCase.objects.exists()


def test_sending_off_twice_leads_to_the_one_case(client, begun):
    client.post(f"{begun}who/", WHO)
    client.post(f"{begun}sign/", SIGNED)

    answer = client.post(f"{begun}sign/", SIGNED)

    assert answer.url.startswith("/track/SP2012-001/")
    assert LicenceCase.objects.count() == 1


def test_an_application_is_taken_up_by_its_code_and_by_no_other(client, begun):
    code = begun.split("/")[-2]

    assert client.post("/apply/resume/", {"code": code.lower()}).url == f"{begun}who/"
    wrong = client.post("/apply/resume/", {"code": "2222-2222-2222-2222"})
    assert wrong.status_code == 422
    assert client.get("/apply/CG-XK-001/2222-2222-2222-2222/who/").status_code == 404


def test_an_application_that_expired_is_not_found(client, begun, settings):
    settings.SUNLIT_TODAY = date(2012, 7, 8)

    assert client.get(f"{begun}who/").status_code == 404


def test_what_fills_in_the_hidden_field_begins_nothing(client):
    licence_with_papers()

    assert client.post(BEGIN, WHAT | {"website": "http://example.invalid"}).status_code == 422
    assert not ApplicationDraft.objects.exists()


def test_the_steps_of_an_application_are_kept_out_of_caches_and_search_engines(client, begun):
    answer = client.get(f"{begun}who/")

    assert answer["Cache-Control"] == "no-store"
    assert "noindex" in answer["X-Robots-Tag"]


def test_a_licence_off_the_list_says_so_and_takes_no_application(client):
    licence_with_papers(cancelled_on=date(2012, 6, 1))

    assert "2012-06-01" in page(client.get(BEGIN))
    assert client.post(BEGIN, WHAT).status_code == 409
    assert client.get("/apply/CG-XK-999/").status_code == 404


def test_the_page_of_a_licence_leads_to_applying_and_that_of_a_cancelled_one_does_not(client):
    power = licence_with_papers()
    assert f'href="{BEGIN}"' in page(client.get("/powers/CG-XK-001/"))
    power.cancelled_on = date(2012, 6, 1)
    power.save()
    assert f'href="{BEGIN}"' not in page(client.get("/powers/CG-XK-001/"))


# Following


def test_a_case_is_followed_by_number_and_code_in_small_letters_too(client):
    case = submitted()

    answer = client.post(
        "/track/", {"number": "sp2012-001", "query_code": case.query_code.lower()}, follow=True
    )

    assert answer.redirect_chain == [("/track/SP2012-001/", 302)]
    assert "窗口已收到申请" in page(answer)
    assert IDENTITY not in page(answer)
    assert PHONE not in page(answer)


def test_every_wrong_pair_is_told_the_same_and_guessing_is_slowed_down(client):
    case = submitted()
    unknown = page(client.post("/track/", WRONG | {"number": "SP2012-999"}))
    told = [page(client.post("/track/", WRONG)) for _time in range(5)]
    sentence = "没有这一编号与查询码相符的案件"
    assert sentence in unknown
    assert all(sentence in one for one in told)

    right = client.post("/track/", {"number": case.number, "query_code": case.query_code})

    assert right.status_code == 422
    assert "输错次数过多" in page(right)


def test_a_case_opens_neither_without_its_code_nor_with_the_token_of_another(client):
    case, other = submitted(), submitted()
    token = applying.token_of(other.number, other.query_code)

    for address in (f"/track/{case.number}/", f"/track/{case.number}/?t={token}"):
        assert client.get(address).url == f"/track/?number={case.number}"
    for part in ("receipt/", "receipt.pdf", "supplement/", "withdraw/"):
        assert client.get(f"/track/{case.number}/{part}?t={token}").status_code == 404
    assert client.post(f"/track/{case.number}/withdraw/", {"sure": "on"}).status_code == 404


def test_the_case_of_another_agency_does_not_open(client):
    case = submitted()
    agency("JGJ").__class__.objects.filter(code="JGJ").update(site_host="jgj.example.invalid")

    answer = client.get(address_of(case), headers={"host": "jgj.example.invalid"})

    assert answer.status_code in (302, 400)


def asked(case):
    """Let the window ask for the drawing."""
    by = window_clerk()
    services.check_materials(
        record_id=case.pk, by=by, today=JUNE, found={1: (Fit.PRESENT, ""), 2: (Fit.MISSING, "")}
    )
    notice = applying.notice_of_faults(case)
    return window.ask_for_supplement(record_id=case.pk, by=by, today=JUNE, supplement_notice=notice)


def test_a_paused_case_says_why_since_when_and_by_which_article(client):
    case = asked(submitted())

    shown = page(client.get(address_of(case)))

    assert "自2012年6月7日起暂停" in shown.replace("\u2009", "").replace(" ", "")
    assert "第三十二条第一款第(四)项" in shown
    assert "效果图（缺少）" in shown


def test_an_applicant_supplements_on_the_page_of_the_case(client):
    case = asked(submitted())
    address = address_of(case).replace("/?t=", "/supplement/?t=")
    assert client.post(address, {"on": "1"}).status_code == 422

    file = SimpleUploadedFile("图.txt", "效果图".encode())
    answer = client.post(address, {"paper-2": file, "on": "1"}, follow=True)

    case.refresh_from_db()
    assert case.supplied_on == JUNE
    assert "补正材料已提交" in page(answer)
    assert MaterialFile.objects.get().material.name == "效果图"


def test_nothing_is_supplemented_that_was_not_asked_for(client):
    address = address_of(submitted()).replace("/?t=", "/supplement/?t=")

    answer = client.post(address, {"paper-1": SimpleUploadedFile("表.txt", b"form"), "on": "1"})

    assert answer.status_code == 409
    assert not MaterialFile.objects.exists()


def test_an_applicant_withdraws_after_being_asked_once_more(client):
    case = submitted()
    address = address_of(case).replace("/?t=", "/withdraw/?t=")
    assert client.post(address, {}).status_code == 422

    client.post(address, {"sure": "on"})

    case.refresh_from_db()
    assert case.status == Status.WITHDRAWN
    assert client.post(address, {"sure": "on"}).status_code == 409


def test_complaints_and_requests_for_information_are_followed_in_words(client):
    complaint, request = complaints.registered(), requests.registered()
    for record in (complaint, request):
        record.query_code = record.query_code or "ABCD2345"
        record.save()
        typed = {"number": record.number, "query_code": record.query_code}
        shown = page(client.post("/track/", typed, follow=True))
        assert record.number in shown
        assert record.get_status_display() in shown
    assert complaint.text not in shown
    assert request.content not in shown


# At the desk


def test_papers_are_handed_out_to_those_who_handle_the_case_and_to_nobody_else(client):
    case = submitted(files={1: "申请表"})
    file = MaterialFile.objects.get()
    address = f"/desk/licence-cases/{case.pk}/files/{file.pk}/"
    assert client.get(address).status_code == 302

    client.force_login(window_clerk())
    assert client.get(address).content.decode() == "申请表"
    client.force_login(official(Role.AUDITOR))
    assert client.get(address).status_code == 403
    assert "材料.txt" not in page(client.get(f"/desk/licence-cases/{case.pk}/"))
    client.force_login(official(Role.HOTLINE_OPERATOR))
    assert client.get(address).status_code in (403, 404)


def test_the_desk_shows_the_telephone_and_hides_the_middle_of_the_identity_number(client):
    case = submitted()
    client.force_login(window_clerk())

    shown = page(client.get(f"/desk/licence-cases/{case.pk}/"))

    assert PHONE in shown
    assert IDENTITY not in shown
    opened = client.post(f"/desk/licence-cases/{case.pk}/open-sealed/", {"reason": "电话核对"})
    assert IDENTITY in page(opened)


def test_the_form_of_the_one_time_notice_is_filled_with_what_lacks(client):
    case = submitted()
    client.force_login(window_clerk())
    typed = {"fit_1": "present", "fit_2": "missing", "fit_3": "unfit", "remark_3": ""}
    address = f"/desk/licence-cases/{case.pk}/check-materials/"
    assert client.post(address, typed).status_code == 422
    client.post(address, typed | {"remark_3": "没有盖章"})

    shown = page(client.get(f"/desk/licence-cases/{case.pk}/ask-for-supplement/"))

    assert "1. 效果图（缺少）" in shown
    assert "2. 委托书（不符合要求：没有盖章）" in shown


def test_the_window_receives_several_licences_on_one_form(client):
    first = licence_with_papers()
    second = licence_with_papers(code="CG-XK-002")
    client.force_login(window_clerk())

    client.post(
        "/desk/joint-applications/open/receive-jointly/",
        {
            "powers": [first.pk, second.pk], "applicant": "公司 甲",
            "applicant_kind": "organisation", "content": "开店", "channel": "post",
            "received_at": "邮寄",
        },
    )  # fmt: skip

    assert [case.channel for case in LicenceCase.objects.order_by("number")] == ["post", "post"]
    assert all(len(case.query_code) == LENGTH for case in LicenceCase.objects.order_by("number"))
