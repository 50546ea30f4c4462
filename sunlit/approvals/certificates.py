"""Numbers of counterparts whose signs check one another: which of them cannot be right."""

import re
from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from sunlit.screening import numbers

CREDIT_CODE = _(
    "This cannot be a unified social credit code: it has 18 signs, and the last one checks "
    "the others. Compare it with the certificate."
)
ORGANISATION_CODE = _(
    "This cannot be an organisation code: it has nine signs, and the last one checks the "
    "others. Compare it with the certificate."
)
RESIDENT_NUMBER = _(
    "This cannot be a resident identity number: it has 18 signs with the day of birth, and the "
    "last one checks the others. Compare it with the card."
)
DOCUMENT_ALONE = _("A kind of document and its number go together: state both or neither.")
RESIDENT = "resident"
_RESIDENT_FORM = re.compile(r"[0-9]{17}[0-9X]")


def cleaned(number: str) -> str:
    """Return a number as it is kept: in capitals, without spaces."""
    return "".join(number.split()).upper()


def is_resident_number(number: str) -> bool:
    """Say whether it can be a resident identity number, of this generation or the one before."""
    return (len(number) == 18 and number[:17].isdigit() and numbers.is_id_number(number)) or (  # noqa: PLR2004
        number.isdigit() and numbers.is_old_id_number(number)
    )


def typed_wrong(number: str) -> str:
    """Say that what has the form of a resident identity number cannot be one; nothing of others."""
    if _RESIDENT_FORM.fullmatch(number) and not is_resident_number(number):
        return gettext("A digit of this identity number is wrong. Compare it with the card.")
    return ""


def fault(holds: str, number: str, *, document: str = "") -> Promise | None:
    """Say why a number cannot be what it is said to be; `document`: the kind of paper it is of."""
    if not number:
        return None
    if holds in ("credit_code", "organ_code", "source_code"):
        return None if numbers.is_credit_code(number) else CREDIT_CODE
    if holds == "organisation_code":
        return None if numbers.is_organisation_code(number) else ORGANISATION_CODE
    if holds == "resident_number" or document == RESIDENT:
        return None if is_resident_number(number) else RESIDENT_NUMBER
    return None


def faults(counterpart: Mapping[str, str]) -> dict[str, Promise]:
    """Return what is wrong with the numbers of a counterpart, by the name of the field."""
    found: dict[str, Promise] = {}
    for name in ("credit_code", "organisation_code"):
        if reason := fault(name, counterpart.get(name, "")):
            found[name] = reason
    document = counterpart.get("identity_document", "")
    number = counterpart.get("identity_number", "")
    if bool(document) != bool(number):
        found["identity_number"] = DOCUMENT_ALONE
    elif reason := fault("identity_number", number, document=document):
        found["identity_number"] = reason
    return found
