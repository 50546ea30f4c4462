"""What is kept while somebody fills in an application on the web. These are no official records.

Nothing of it is written down in the ledger: an application is made when it is sent off.
"""

import json
import secrets
from collections.abc import Mapping
from datetime import date
from ipaddress import ip_address

from django.utils import timezone
from django.utils.translation import gettext as _

from sunlit.approvals import applying
from sunlit.approvals.models import ApplicationDraft, DraftFile, LicenceCase
from sunlit.approvals.policies import applications as policies
from sunlit.files import store
from sunlit.files.cleaning import clean
from sunlit.kernel.query_codes import new_query_code
from sunlit.kernel.refusals import Unacceptable
from sunlit.organization.models import Agency
from sunlit.powers.models import Power

GROUP = 4


def begin(
    *, agency: Agency, power: Power, today: date, address: str, typed: Mapping[str, str]
) -> ApplicationDraft:
    """Begin an application; its resume code is on the answer alone.

    Raises a refusal where too many were begun from the address of late. What expired is deleted.
    """
    now = timezone.now()
    if refusal := policies.why_not_apply(power, on=today):
        raise refusal
    counted = _is_of_one_reader(address)
    if counted and applying.too_many_begun(agency, address, now=now):
        raise policies.flooded()
    forget_expired(today=today)
    code = new_query_code() + new_query_code()
    draft = ApplicationDraft.objects.create(
        agency=agency,
        power=power,
        code_digest=applying.digest_of_code(code),
        begun_from=applying.hashed_address(address) if counted else "",
        begun_at=now,
        expires_on=today + applying.KEPT,
        content=_locked({"what": dict(typed)}),
    )
    draft.code = "-".join(code[at : at + GROUP] for at in range(0, len(code), GROUP))
    return draft


def keep(*, draft: ApplicationDraft, step: str, typed: Mapping[str, str]) -> ApplicationDraft:
    """Keep what was typed in a step, whether it can be taken or not: nothing is lost."""
    draft = _open(draft)
    draft.content = _locked(applying.typed_in(draft) | {step: dict(typed)})
    draft.save(update_fields=["content"])
    return draft


def keep_file(*, draft: ApplicationDraft, place: int, name: str, data: bytes) -> DraftFile:
    """Clean a file and keep it with a draft; raises a refusal for one that is not taken."""
    if len(data) > applying.MOST_BYTES:
        raise Unacceptable(
            _("The file is bigger than %(size)d MB.") % {"size": applying.MOST_BYTES >> 20},
            remedy=_("Photograph it with a lower resolution, or split it."),
        )
    if _open(draft).files.count() >= applying.MOST_FILES:
        raise Unacceptable(
            _("An application has at most %(count)d files.") % {"count": applying.MOST_FILES},
            remedy=_("Put several pages into one PDF, or bring the rest to the window."),
        )
    cleaned = clean(name, data)
    return DraftFile.objects.create(
        draft=draft,
        place=place,
        name=cleaned.name,
        media_type=cleaned.media_type,
        size=len(cleaned.data),
        content=store.lock(cleaned.data),
        removed=[{"kind": one.kind.value, "count": one.count} for one in cleaned.removed],
    )


def take_out_file(*, draft: ApplicationDraft, file_id: int) -> None:
    """Delete a file of a draft; one that is not there any more is no fault."""
    _open(draft).files.filter(pk=file_id).delete()


def supplement_of(case: LicenceCase, *, today: date) -> ApplicationDraft:
    """Return where an applicant gathers the files of a supplement, before handing them in."""
    if refusal := policies.why_not_supply(case):
        raise refusal
    kept, _is_new = ApplicationDraft.objects.get_or_create(
        case=case,
        is_supplement=True,
        defaults={
            "agency": case.agency,
            "power": case.power,
            "code_digest": applying.digest_of_code(secrets.token_hex(32)),
            "begun_at": timezone.now(),
            "expires_on": today + applying.KEPT,
        },
    )
    return kept


def forget_expired(*, today: date) -> None:
    """Delete the drafts that expired, with all that was typed and handed in."""
    ApplicationDraft.objects.filter(expires_on__lt=today).delete()


def _open(draft: ApplicationDraft) -> ApplicationDraft:
    found = ApplicationDraft.objects.get(pk=draft.pk)
    if found.case_id and not found.is_supplement:
        raise policies.sent_off(found)
    return found


def _locked(typed: Mapping[str, Mapping[str, str]]) -> bytes:
    return store.lock(json.dumps(typed, ensure_ascii=False).encode())


def _is_of_one_reader(address: str) -> bool:
    """Say whether an address is one reader's, and not that of a proxy of this machine."""
    try:
        return not ip_address(address).is_loopback
    except ValueError:
        return False
