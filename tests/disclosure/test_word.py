"""A text written in Word becomes a draft: headings, tables, pictures kept, the rest left out."""

import io
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from docx import Document
from docx.shared import Cm

from sunlit.disclosure import services
from sunlit.disclosure.models import Attachment, Item
from sunlit.disclosure.uploads import read_word
from sunlit.files import store
from sunlit.kernel.refusals import Unacceptable
from sunlit.ledger.models import Entry
from tests.disclosure import factories
from tests.disclosure.factories import MADE, TODAY
from tests.disclosure.files import picture, publish, through_the_gate
from tests.organization.factories import agency, office

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def own_folder(settings, tmp_path):
    """Keep files where nobody else does."""
    settings.DATA_DIR, settings.SUNLIT_TODAY = tmp_path, TODAY


def written(*paragraphs, title="清运车辆检修情况的通报"):
    """Return a DOCX as an office writes one."""
    document = Document()
    document.add_heading(title, level=0)
    document.add_heading("基本情况", level=1)
    for words in paragraphs or ("共检修28台。",):
        document.add_paragraph(words)
    table = document.add_table(rows=2, cols=2)
    for at, words in enumerate(("车辆", "结论", "一号车", "合格")):
        table.cell(at // 2, at % 2).text = words
    document.add_picture(io.BytesIO(picture("red")), width=Cm(2))
    document.core_properties.author = "某某"
    content = io.BytesIO()
    document.save(content)
    return content.getvalue()


def drafted(content, made_on=MADE):
    """Draft an item from a file, as the clerk."""
    return services.draft_from_word(
        agency=agency(), by=factories.clerk(), today=TODAY, office=office().code,
        category=factories.category().code, file=read_word("通报.docx", content), made_on=made_on,
    )  # fmt: skip


def sent(client, content, name="通报.docx", made_on="2012-06-04"):
    """Hand a file in at the desk, as the clerk."""
    client.force_login(factories.clerk())
    typed = {
        "office": office().code,
        "category": factories.category().code,
        "made_on": made_on,
        "file": SimpleUploadedFile(name, content),
    }
    return client.post("/desk/items/open/draft-from-word/", typed, follow=True)


def test_headings_tables_and_pictures_are_kept(client):
    item = drafted(written())

    assert item.title == "清运车辆检修情况的通报"
    assert "## 基本情况" in item.body
    assert "| 一号车 | 合格 |" in item.body
    one = Attachment.objects.get()
    assert one.is_picture
    assert f"(attachment:{one.name})" in item.body
    page = client.get(publish(through_the_gate(item)).get_absolute_url()).text
    assert f'src="{one.get_absolute_url()}"' in page
    assert "合格" in page


def test_the_file_itself_is_sealed_and_the_ledger_names_it():
    content = written()

    drafted(content)

    digest = Entry.objects.get(event="TextTakenIn").payload["original_digest"]
    assert store.unseal(digest) == content


def test_a_file_that_names_no_day_needs_one():
    with pytest.raises(Unacceptable):
        drafted(written(), made_on=None)


def test_the_day_at_the_end_of_the_file_holds():
    item = drafted(written("共检修28台。", "2012年6月5日"), made_on=None)

    assert item.made_on == date(2012, 6, 5)


def test_a_file_is_taken_in_at_the_desk(client):
    done = sent(client, written())

    assert done.status_code == 200
    item = Item.objects.get()
    assert item.made_on == date(2012, 6, 4)
    assert item.title in done.text


def test_an_identity_number_in_the_file_is_found_in_the_draft(client):
    done = sent(client, written("住户证件号码11010519491231002X。"))

    assert '<mark class="found"' in done.text


@pytest.mark.parametrize(
    ("content", "name", "made_on", "field"),
    [
        (b"not a zip", "通报.docx", "2012-06-04", "file"),
        (b"\xd0\xcf\x11\xe0", "通报.doc", "2012-06-04", "file"),
        (None, "通报.docx", "", "made_on"),
    ],
    ids=["damaged", "an old format", "no day anywhere"],
)
def test_what_cannot_be_taken_in_is_refused_with_a_sentence(client, content, name, made_on, field):
    answer = sent(client, content or written(), name, made_on)

    assert answer.status_code == 422
    assert answer.context["form"].errors[field]
    assert not Item.objects.exists()
