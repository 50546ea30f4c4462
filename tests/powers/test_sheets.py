"""Blank forms and samples of materials: handed in, cleaned, refused, shown, taken off."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from sunlit.disclosure.uploads import take_in
from sunlit.kernel.refusals import NotPermitted, Unacceptable, WrongMoment
from sunlit.ledger.models import Entry
from sunlit.organization.models import Official, Role
from sunlit.powers import selectors, services
from sunlit.powers.models import Material, MaterialSheet
from tests.organization import factories as organization
from tests.powers import factories

pytestmark = pytest.mark.django_db

TODAY = date(2031, 9, 1)
IDENTITY = "11010519491231002X"


def official(*roles):
    return organization.official(*roles, username=f"official-{Official.objects.count()}")


def hand_in(power, *, role=Role.SECTION_HEAD, text="姓名：\n", name="申请表.txt", **changes):
    """Let an official hand in a file for the application form of a power."""
    values = {"material": "申请表", "kind": "blank", "reason": "方便申请人"} | changes
    return services.hand_in_sheet(
        record_id=power.pk, by=official(role), today=TODAY,
        file=take_in(name, text.encode()), **values,
    )  # fmt: skip


@pytest.mark.parametrize("role", [Role.SECTION_HEAD, Role.CHIEF_REPRESENTATIVE])
def test_a_blank_form_is_handed_in_with_its_reason_and_everybody_reads_why(role):
    power = factories.with_material()

    hand_in(power, role=role)

    sheet = selectors.sheets_of(power).get()
    assert (sheet.name, sheet.kind, sheet.handed_in_on) == ("申请表.txt", "blank", TODAY)
    entry = Entry.objects.get()
    assert (entry.event, entry.is_public) == ("MaterialSheetHandedIn", True)
    assert entry.payload["reason"] == "方便申请人"
    assert entry.payload["digest"] == sheet.digest


def test_a_later_file_takes_the_place_of_the_first_and_a_sample_stands_beside_it():
    power = factories.with_material()
    hand_in(power)
    hand_in(power, text="新表", name="新表.txt")
    hand_in(power, text="某某", name="示范.txt", kind="sample")

    assert [one.name for one in selectors.sheets_of(power)] == ["新表.txt", "示范.txt"]


@pytest.mark.parametrize(
    ("changes", "refusal"),
    [
        ({"role": Role.CLERK}, NotPermitted),
        ({"material": "没有的材料"}, Unacceptable),
        ({"text": f"张三，身份证号 {IDENTITY}", "kind": "sample"}, Unacceptable),
    ],
    ids=["not the section", "not asked for", "an identity number"],
)
def test_what_must_not_be_handed_out_is_refused_and_nothing_is_kept(changes, refusal):
    power = factories.with_material()

    with pytest.raises(refusal):
        hand_in(power, **changes)

    assert not MaterialSheet.objects.exists()
    assert not Entry.objects.exists()


def test_a_refusal_names_what_was_found():
    with pytest.raises(Unacceptable) as refused:
        hand_in(factories.with_material(), text=f"身份证号 {IDENTITY}")

    assert IDENTITY in refused.value.said_in("zh-hans")
    assert "resident ID number" in refused.value.said_in("en")


def test_a_power_off_the_list_gets_no_form():
    power = factories.with_material()
    power.cancelled_on = date(2031, 8, 1)
    power.save()

    with pytest.raises(WrongMoment):
        hand_in(power)


def test_a_form_is_taken_off_with_its_reason():
    power = factories.with_sheet()
    sheet = MaterialSheet.objects.get()
    by = official(Role.SECTION_HEAD)
    on = {"record_id": power.pk, "by": by, "today": TODAY, "reason": "表式已废止"}

    services.take_off_sheet(**on, sheet=sheet.pk)

    assert not MaterialSheet.objects.exists()
    assert Entry.objects.get().payload["reason"] == "表式已废止"
    with pytest.raises(WrongMoment):
        services.take_off_sheet(**on, sheet=sheet.pk)


def test_a_form_goes_with_its_material_and_stays_when_the_list_is_taken_in_anew():
    power = factories.with_sheet()
    Material.objects.filter(power=power).delete()
    assert not selectors.sheets_of(power).exists()
    Material.objects.create(power=power, position=2, name="申请表")
    assert selectors.sheets_of(power).exists()

    services.remove_material(
        record_id=power.pk, by=official(Role.SECTION_HEAD), today=TODAY, name="申请表"
    )
    assert not MaterialSheet.objects.exists()


def test_it_is_handed_in_at_the_desk(client, settings):
    settings.SUNLIT_TODAY = TODAY
    power = factories.with_material()
    client.force_login(official(Role.SECTION_HEAD))
    address = f"/desk/powers/{power.pk}/hand-in-sheet/"
    typed = {"material": "申请表", "kind": "blank", "reason": "方便申请人"}

    bad = client.post(address, typed | {"file": SimpleUploadedFile("表.docm", b"PK\x03\x04")})
    assert bad.status_code == 422
    assert not MaterialSheet.objects.exists()

    good = client.post(address, typed | {"file": SimpleUploadedFile("表.txt", "姓名：".encode())})
    assert good.status_code == 302
    shown = client.get(f"/desk/powers/{power.pk}/").content.decode()
    assert "表.txt" in shown
