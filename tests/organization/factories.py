"""Agencies, offices and officials for tests."""

from datetime import date

from sunlit.organization.models import Agency, Leader, Office, OfficeKind, Official, Role
from sunlit.organization.services import give_roles

DAY = date(2012, 6, 8)


def agency(code: str = "CGJ") -> Agency:
    """Return the agency of this code, made if need be."""
    found, _is_new = Agency.objects.get_or_create(
        code=code, defaults={"name": "市城市管理局", "index_code": "000201200"}
    )
    return found


def office(code: str = "KS01", *, of: Agency | None = None) -> Office:
    """Return an office of the agency."""
    owner = of or agency()
    leader, _is_new = Leader.objects.get_or_create(
        agency=owner, code="LD01", defaults={"title": "局长"}
    )
    found, _is_new = Office.objects.get_or_create(
        agency=owner,
        code=code,
        defaults={
            "name": f"科室{code}",
            "kind": OfficeKind.SECTION,
            "head_post": "科长",
            "leader": leader,
        },
    )
    return found


def official(*roles: Role, username: str = "", of: Agency | None = None) -> Official:
    """Return an official with these roles."""
    name = username or "-".join(sorted(roles)) or "nobody"
    found = Official.objects.create(username=name, post="某岗位", agency=of or agency())
    give_roles(found, roles, since=DAY)
    return found
