"""Applications on the web for tests."""

from datetime import date
from typing import Any

from sunlit.approvals import applying
from sunlit.approvals.models import (
    Application,
    ApplicationDraft,
    CaseMaterial,
    LicenceCase,
    PartyKind,
)
from sunlit.approvals.services import applications as services
from sunlit.approvals.services import drafts
from sunlit.approvals.services.opening import Applied
from sunlit.organization.models import Official, Role
from sunlit.powers.models import Material, Power
from tests.approvals import factories
from tests.organization.factories import agency, official

JUNE = date(2012, 6, 7)
SATURDAY = date(2012, 6, 9)
IDENTITY = "11010519491231002X"
PHONE = "13800000000"


def licence_with_papers(**parts: Any) -> Power:
    """Return a licence that asks for a form and for a drawing, and takes a letter."""
    power = factories.power(**parts)
    listed = (
        ("申请表", "filled_in", True),
        ("效果图", "drawing", True),
        ("委托书", "original", False),
    )
    for position, (name, form, required) in enumerate(listed, start=1):
        Material.objects.get_or_create(
            power=power, position=position, name=name, form=form, is_required=required
        )
    return power


def draft(*, address: str = "", on: date = JUNE, **typed: str) -> ApplicationDraft:
    """Return an application that was begun on 7 June 2012."""
    return drafts.begin(
        agency=agency(),
        power=licence_with_papers(),
        today=on,
        address=address,
        typed={"content": "设置灯箱", "place": "中心大街 1 号"} | typed,
    )


def applied(**changes: Any) -> Applied:
    """Return what an applicant says."""
    values = {
        "applicant": "申请人 甲",
        "applicant_kind": PartyKind.PERSON,
        "content": "设置灯箱",
        "place": "中心大街 1 号",
        "phone": PHONE,
        "certificate": IDENTITY,
        "signed_as": "申请人 甲",
    }
    return Applied(**values | changes)


def submitted(*, on: date = JUNE, files: dict[int, str] | None = None) -> LicenceCase:
    """Return a case that was applied for on the web, with a text file for each place."""
    begun = draft(on=on)
    for place, text in (files or {}).items():
        drafts.keep_file(draft=begun, place=place, name="材料.txt", data=text.encode())
    return services.submit(draft=begun, applied=applied(), today=on)


def window_clerk() -> Official:
    """Return the official at the window."""
    found = Official.objects.filter(username="window_clerk").first()
    return found or official(Role.WINDOW_CLERK)


def with_papers(**parts: Any) -> LicenceCase:
    """Return a case received at the window, with a paper and with sealed personal data."""
    case = factories.licence_case(**parts)
    CaseMaterial.objects.create(case=case, position=1, name="申请表")
    Application.objects.create(case=case, sealed=applying.sealed({"phone": PHONE}))
    return case
