"""Whether a number can be what it looks like: check digits, regions, dates, prefixes."""

import re
from datetime import date

_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECKS = "10X98765432"
_PROVINCES = re.compile(r"1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3]")
_MOBILE = re.compile(r"1[3-9]\d{9}")
# Area codes of the mainland: which second to fourth digits are given out.
_AREA = re.compile(
    r"0(?:10|2[0-57-9]|3(?:1\d|35|49|5\d|7\d|9[1-8])|4(?:1\d|2[179]|3\d|5\d|6[4789]|7\d|8[23])"
    r"|5(?:1\d|2[37]|3\d|4[36]|5\d|6[1-6]|7\d|80|9\d)|6(?:3[1-5]|6[0238]|9[12])"
    r"|7(?:01|1\d|2[248]|3\d|4[3-6]|5\d|6[023689]|7\d|9\d)|8(?:1[23678]|2[567]|3\d|5\d|7\d|8[3678]|9[1-8])"
    r"|9(?:0\d|1[0-79]|3\d|4[13]|5[1-5]|7[0-79]|9\d))"
)
_SUBSCRIBER = re.compile(r"[2-8]\d{6,7}")
UNION_PAY = re.compile(r"62\d{14,17}")
_OTHER_CARDS = re.compile(
    r"(?:4\d{15}|5[1-5]\d{14}|35[2-8]\d{13}|3[47]\d{13}|955[0-9]\d{12,15}|60[13]\d{13,16}"
    r"|9400\d{12,15}|68\d{14,17}|69\d{14,17})"
)
FIRST_YEAR, LAST_YEAR = 1850, 2099


def birth_date(text: str) -> date | None:
    """Return the date in YYYYMMDD, if there is such a day."""
    try:
        found = date(int(text[:4]), int(text[4:6]), int(text[6:8]))
    except ValueError:
        return None
    return found if FIRST_YEAR <= found.year <= LAST_YEAR else None


def looks_like_id(digits: str) -> bool:
    """Whether 17 or 18 signs begin as a resident ID number does: a region and a birth date."""
    return bool(_PROVINCES.match(digits)) and birth_date(digits[6:14]) is not None


def is_id_number(signs: str) -> bool:
    """Whether 18 signs are a resident ID number with the right check digit (GB 11643)."""
    return looks_like_id(signs) and signs[17] == id_check(signs[:17])


def id_check(digits: str) -> str:
    """Return the check digit of the first 17 digits (GB 11643, ISO 7064 mod 11-2)."""
    total = sum(int(one) * weight for one, weight in zip(digits, _WEIGHTS, strict=True))
    return _CHECKS[total % 11]


def is_old_id_number(digits: str) -> bool:
    """Whether 15 digits can be a resident ID number of the first generation."""
    return (
        len(digits) == 15  # noqa: PLR2004 (the length of the old number)
        and bool(_PROVINCES.match(digits))
        and digits[2:4] != "00"
        and birth_date("19" + digits[6:12]) is not None
    )


def is_mobile(digits: str) -> bool:
    """Whether 11 digits are a mobile number of the mainland."""
    return bool(_MOBILE.fullmatch(digits))


def area_code(digits: str) -> str:
    """Return the area code that a landline number begins with, or nothing."""
    found = _AREA.match(digits)
    if not found or not _SUBSCRIBER.fullmatch(digits[found.end() :]):
        return ""
    eight = found.end() == 3  # noqa: PLR2004 (010 and 02x have eight digits)
    return found[0] if not eight or len(digits) == 11 else ""  # noqa: PLR2004


def is_subscriber(digits: str) -> bool:
    """Whether 7 or 8 digits can be a landline number without its area code."""
    return bool(_SUBSCRIBER.fullmatch(digits))


def passes_luhn(digits: str) -> bool:
    """Whether the last digit is the right one (ISO/IEC 7812)."""
    doubled = (int(one) * 2 for one in digits[-2::-2])
    return (sum(map(int, digits[-1::-2])) + sum(n - 9 if n > 9 else n for n in doubled)) % 10 == 0  # noqa: PLR2004


def is_union_pay(digits: str) -> bool:
    """Whether it is a card number of UnionPay."""
    return bool(UNION_PAY.fullmatch(digits)) and passes_luhn(digits)


def is_other_card(digits: str) -> bool:
    """Whether it can be a card number of another scheme, or an older one."""
    return bool(_OTHER_CARDS.fullmatch(digits)) and passes_luhn(digits)


_CREDIT_SIGNS = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_CREDIT_WEIGHTS = tuple(pow(3, place, 31) for place in range(17))
_ORGANISATION_WEIGHTS = (3, 7, 9, 10, 5, 8, 4, 2)


def is_credit_code(signs: str) -> bool:
    """Whether 18 signs are a unified social credit code with the right check sign (GB 32100)."""
    if len(signs) != 18 or any(one not in _CREDIT_SIGNS for one in signs):  # noqa: PLR2004
        return False
    return signs[2:8].isdigit() and signs[17] == credit_check(signs[:17])


def credit_check(signs: str) -> str:
    """Return the check sign of the first 17 signs of a credit code (GB 32100, mod 31)."""
    pairs = zip(signs, _CREDIT_WEIGHTS, strict=True)
    total = sum(_CREDIT_SIGNS.index(one) * weight for one, weight in pairs)
    return _CREDIT_SIGNS[-total % 31]


def is_organisation_code(signs: str) -> bool:
    """Whether 9 signs, with or without a hyphen, are an organisation code (GB 11714, mod 11)."""
    found = re.fullmatch(r"([0-9A-Z]{8})-?([0-9X])", signs)
    if not found:
        return False
    pairs = zip(found[1], _ORGANISATION_WEIGHTS, strict=True)
    rest = 11 - sum(int(one, 36) * weight for one, weight in pairs) % 11
    return found[2] == {10: "X", 11: "0"}.get(rest, str(rest))
