"""Readings of applications: those being filled in, their papers, and who may follow a case."""

import hashlib
import json
from collections.abc import Mapping
from datetime import date, datetime, timedelta

from django.core import signing
from django.db.models import QuerySet
from django.utils.crypto import constant_time_compare, salted_hmac

from sunlit.approvals import rules
from sunlit.approvals.lifecycle import Status
from sunlit.approvals.models import (
    Application,
    ApplicationDraft,
    CaseMaterial,
    Fit,
    LicenceCase,
    MaterialFile,
)
from sunlit.files import store
from sunlit.organization.models import Agency
from sunlit.powers.models import Material, Power
from sunlit.powers.selectors import materials_of

KEPT = timedelta(days=30)
"""For how long an application that is not sent off can be taken up again."""
MOST_FILES = 30
"""How many files one application may have."""
MOST_BYTES = 20 << 20
"""The biggest file that is taken on the web."""
FLOOD_WINDOW, MOST_BEGUN = timedelta(hours=1), 20
"""Out of one address so many applications may be begun in the time."""
OTHER = 0
"""The place of papers that the list does not name."""
_SALT = "sunlit.approvals.tracking"


def digest_of_code(code: str) -> str:
    """Return what is kept of a resume code, however it was typed."""
    plain = "".join(sign for sign in code.upper() if sign.isalnum())
    return hashlib.sha256(plain.encode()).hexdigest()


def draft_by_code(agency: Agency, code: str, *, on: date) -> ApplicationDraft | None:
    """Return the application that a resume code finds, until it expires."""
    drafts = ApplicationDraft.objects.filter(agency=agency, expires_on__gte=on)
    return drafts.filter(code_digest=digest_of_code(code)).select_related("power", "case").first()


def typed_in(draft: ApplicationDraft) -> dict[str, dict[str, str]]:
    """Return what was typed so far, by step and field."""
    if not draft.content:
        return {}
    found: dict[str, dict[str, str]] = json.loads(store.unlock(bytes(draft.content)))
    return found


def hashed_address(address: str) -> str:
    """Return what is kept of the address from which an application was begun."""
    return salted_hmac("sunlit.approvals.begun_from", address).hexdigest()[:32]


def too_many_begun(agency: Agency, address: str, *, now: datetime) -> bool:
    """Say whether so many applications were begun from an address of late that it must wait."""
    recent = ApplicationDraft.objects.filter(agency=agency, begun_at__gt=now - FLOOD_WINDOW)
    return recent.filter(begun_from=hashed_address(address)).count() >= MOST_BEGUN


def listed_materials(power: Power) -> list[Material]:
    """Return the papers that an application for a licence needs."""
    return list(materials_of(power))


def personal_data(application: Application | None) -> dict[str, str]:
    """Return the sealed personal data of an application, plain: for officials alone."""
    if application is None or not application.sealed:
        return {}
    found: dict[str, str] = json.loads(store.unlock(bytes(application.sealed)))
    return found


def sealed(data: Mapping[str, str]) -> bytes:
    """Return personal data as it is kept; nothing where nothing is known."""
    known = {name: value for name, value in data.items() if value}
    return store.lock(json.dumps(known, ensure_ascii=False).encode()) if known else b""


def application_of(case: LicenceCase) -> Application | None:
    """Return what is kept beside a case about its application; None for one loaded from a year."""
    found: Application | None = getattr(case, "application", None)
    return found


def has_drawn(application: Application | None) -> bool:
    """Say whether an application bears a signature that was drawn."""
    return application is not None and bool(application.signature_digest)


def drawn_signature(case: LicenceCase) -> bytes:
    """Return the drawn signature of an application, a PNG; nothing where only a name was typed."""
    application = application_of(case)
    if application is None or not application.signature_digest:
        return b""
    return store.unseal(application.signature_digest)


def materials_of_case(case: LicenceCase) -> QuerySet[CaseMaterial]:
    """Return the papers of a case with their files, in the order of the list."""
    return CaseMaterial.objects.filter(case=case).order_by("position").prefetch_related("files")


def files_of_case(case_id: int) -> QuerySet[MaterialFile]:
    """Return all files that were handed in for a case."""
    files = MaterialFile.objects.filter(material__case=case_id).select_related("material")
    return files.order_by("material__position", "position")


def faulty_materials(case: LicenceCase) -> list[CaseMaterial]:
    """Return what lacks or does not fit, as the window found it."""
    return [one for one in materials_of_case(case) if one.fit in (Fit.MISSING, Fit.UNFIT)]


def notice_of_faults(case: LicenceCase) -> str:
    """Return the text of the one-time notice, made of what lacks or does not fit."""
    faults = [(one.name, one.fit, one.remark) for one in faulty_materials(case)]
    return rules.asked_for(faults, missing="缺少", unfit="不符合要求")


def tracked_licence(agency: Agency, *, number: str, query_code: str) -> LicenceCase | None:
    """Return the licence case with this number and query code, for whoever was told both."""
    told = query_code.strip().upper()
    if not told:
        return None
    cases = LicenceCase.objects.filter(agency=agency, number=number.strip().upper())
    return cases.filter(query_code=told).select_related("power").order_by("year").first()


def token_of(number: str, query_code: str) -> str:
    """Return what opens the page of a case in an address, without its query code."""
    return signing.Signer(salt=_SALT).signature(f"{number}:{query_code}")


def is_token(token: str, number: str, query_code: str) -> bool:
    """Say whether an address may open the page of a case."""
    return bool(query_code) and constant_time_compare(token, token_of(number, query_code))


def why_paused(case: LicenceCase) -> date | None:
    """Return since when a case waits for its applicant; None while it does not."""
    waits = case.status == Status.AWAITING_SUPPLEMENT and case.supplied_on is None
    return case.supplement_notice_on if waits else None
