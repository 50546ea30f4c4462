"""The signature under an application: who sees it, drawn or typed; and a declined application."""

import base64
from io import BytesIO

import pytest
from PIL import Image

from sunlit.approvals.models import LicenceCase
from sunlit.approvals.services import licences as window
from sunlit.organization.models import Role
from tests.approvals.applications import JUNE, licence_with_papers, submitted, window_clerk
from tests.organization.factories import official
from tests.portal.test_applying import BEGIN, SIGNED, WHAT, WHO, address_of, page

pytestmark = pytest.mark.django_db

PIXELS = BytesIO()
Image.new("RGB", (64, 22), "white").save(PIXELS, "PNG")
PIXELS = PIXELS.getvalue()


@pytest.fixture(autouse=True)
def a_thursday(settings):
    """Let it be Thursday, 7 June 2012."""
    settings.SUNLIT_TODAY = JUNE


@pytest.fixture
def begun(client):
    """Begin an application and return the address of its steps."""
    licence_with_papers()
    return client.post(BEGIN, WHAT).url.removesuffix("who/")


def signed(client, begun, picture=PIXELS):
    """Send an application off with a drawn signature and return its case."""
    client.post(f"{begun}who/", WHO)
    drawn = "data:image/png;base64," + base64.b64encode(picture).decode()
    client.post(f"{begun}sign/", SIGNED | {"drawing": drawn})
    return LicenceCase.objects.get()


def signature_of(case):
    """Return the address of the drawn signature of a case."""
    return address_of(case).replace("/?t=", "/signature.png?t=")


def test_who_applied_sees_the_signature_on_the_case_and_on_the_receipt(client, begun):
    case = signed(client, begun)

    answer = client.get(signature_of(case))
    assert answer["Content-Type"] == "image/png"
    assert "no-store" in answer["Cache-Control"]
    receipt = address_of(case).replace("/?t=", "/receipt/?t=")
    for shown in (page(client.get(address_of(case))), page(client.get(receipt))):
        assert "signature.png" in shown
        assert "申请人甲" in shown
    pdf = client.get(receipt.replace("receipt/", "receipt.pdf")).content
    assert b"/Subtype/Image" in pdf.replace(b" /", b"/").replace(b"/Subtype /", b"/Subtype/")


def test_a_typed_name_alone_is_shown_without_a_picture(client, begun):
    client.post(f"{begun}who/", WHO)
    client.post(f"{begun}sign/", SIGNED)
    case = LicenceCase.objects.get()

    shown = page(client.get(address_of(case)))

    assert "申请人甲" in shown
    assert "signature.png" not in shown
    assert client.get(signature_of(case)).status_code == 404


def test_the_signature_opens_with_the_code_alone(client, begun):
    case = signed(client, begun)
    client.session.flush()

    assert client.get(f"/track/{case.number}/signature.png").status_code == 404
    assert client.get(f"/track/{case.number}/signature.png?t=forged").status_code == 404


@pytest.mark.parametrize(
    ("role", "status"), [(Role.WINDOW_CLERK, 200), (Role.LEADER, 403), (Role.AUDITOR, 403)]
)
def test_at_the_desk_who_handles_the_case_sees_the_signature(client, begun, role, status):
    case = signed(client, begun)
    client.force_login(official(role))

    assert client.get(f"/desk/licence-cases/{case.pk}/signature.png").status_code == status
    shown = page(client.get(f"/desk/licence-cases/{case.pk}/"))
    assert ("signature.png" in shown) == (status == 200)


def test_a_declined_application_says_so_to_who_applied(client):
    case = submitted()
    window.decline(
        record_id=case.pk, by=window_clerk(), today=JUNE, ground="not_needed", reason="无须许可"
    )

    answer = client.get(f"{address_of(case)}&lang=en")

    assert answer.status_code == 200
    assert "Not accepted" in page(answer)


def test_no_public_list_shows_who_signed_or_how(client, begun):
    signed(client, begun)

    for address in ("/powers/CG-XK-001/cases/", "/powers/decisions/", "/powers/licences/"):
        shown = page(client.get(address))
        assert "申请人甲" not in shown
        assert "signature.png" not in shown
