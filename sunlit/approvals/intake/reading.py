"""What the rows of both kinds of cases have in common."""

from collections.abc import Collection
from typing import Annotated

from django.utils.translation import gettext as _
from pydantic import BeforeValidator

from sunlit.approvals.models import PartyKind
from sunlit.intake.folder import Folder
from sunlit.intake.rows import Row, coded
from sunlit.powers.models import Kind, Power

PARTIES = {
    "企业": PartyKind.ORGANISATION,
    "单位": PartyKind.ORGANISATION,
    "法人": PartyKind.ORGANISATION,
    "机关": PartyKind.ORGANISATION,
    "事业单位": PartyKind.ORGANISATION,
    "社会组织": PartyKind.ORGANISATION,
    "其他组织": PartyKind.ORGANISATION,
    "非法人组织": PartyKind.ORGANISATION,
    "法人及非法人组织": PartyKind.ORGANISATION,
    "法人和其他组织": PartyKind.ORGANISATION,
    "个体": PartyKind.SOLE_TRADER,
    "个体工商户": PartyKind.SOLE_TRADER,
    "个人": PartyKind.PERSON,
    "公民": PartyKind.PERSON,
    "自然人": PartyKind.PERSON,
}
Party = Annotated[PartyKind, BeforeValidator(coded(PARTIES))]


def find_power(folder: Folder, code: str, row: Row, kinds: Collection[Kind]) -> Power | None:
    """Return the power that a case uses; None, with a fault, if it is none or of another kind."""
    power = folder.find("power", code, row, "power_code")
    if not isinstance(power, Power):
        return None
    if power.kind not in kinds:
        reason = _("%(code)s is a power of another kind: %(kind)s.")
        values = {"code": code, "kind": Kind(power.kind).label}
        folder.fault(row, "power_code", reason % values)
        return None
    return power
