"""What only its label tells: foreign passports and permits, and accounts on networks."""

import re
from collections.abc import Iterable, Iterator

from sunlit.screening.kinds import Hit, Kind, hit
from sunlit.screening.seen import either, half_width

_REACH = 48
_SIGNS = r"[0-9A-Za-z０-９Ａ-Ｚａ-ｚ]"
_PAPER = re.compile(
    either(
        r"(?:护照|[Pp]assport|PASSPORT|通行证|台胞证|回乡证|居留(?:身份)?证件?|居留许可|旅行证)"
        r"(?:[（(][^（）()\n]{1,12}[）)])?(?:证?件?(?:号码?|编号)| ?(?:No\.?|NO\.?|Number|number))?"
    )
    + rf"[:：为是\s]{{0,3}}(?P<number>{_SIGNS}{{7,15}})(?!{_SIGNS})"
)
_OF_A_VEHICLE = re.compile(
    r"(?:车辆?|货运|运输|施工|道路|高速|通行费|临时|渣土|出入|疫情|物资)[^，,。；;\n]{0,6}$"
)
_ACCOUNT = re.compile(
    r"(?:微信|薇信|威信|(?<![0-9A-Za-z])(?:[Ww]e[Cc]hat|WECHAT|[Vv][Xx]|[Qq]{2})|ｑｑ)"
    r"(?:[号號][码碼]?|ID|id|账号|帐号|联系| ?ID)?[:：为是\s]{0,3}"
    r"(?P<account>[A-Za-z][-_A-Za-z0-9]{5,19}|[1-9][0-9]{4,11})(?![-_A-Za-z0-9.@])"
)
_OF_AN_OFFICE = re.compile(r"(?:官方|政务|公众|公共|订阅|企业|平台|群)[^，,。；;\n]{0,4}$")
_FEWEST_DIGITS, _SHORTEST_ALL_DIGITS, _LONGEST_ALL_DIGITS = 4, 8, 10
_MOBILE = re.compile(r"1[3-9][0-9]{9}")


def hits(text: str, labels: Iterable[int]) -> Iterator[Hit]:
    """Find the numbers and accounts that stand behind labels, which begin at these places."""
    for at in labels:
        high = min(len(text), at + _REACH)
        if (match := _PAPER.match(text, at, high)) and _is_paper(text, match):
            yield hit(Kind.PASSPORT, *match.span("number"), 0.85)
        if (match := _ACCOUNT.match(text, at, high)) and _is_account(text, match):
            yield hit(Kind.ONLINE_ACCOUNT, *match.span("account"), 0.8)


def _is_paper(text: str, match: re.Match[str]) -> bool:
    number = half_width(match["number"])
    digits = sum(sign.isdigit() for sign in number)
    if number.isdigit():
        if not _SHORTEST_ALL_DIGITS <= digits <= _LONGEST_ALL_DIGITS:
            return False
    elif digits < _FEWEST_DIGITS:
        return False
    return not _OF_A_VEHICLE.search(text[max(0, match.start() - 12) : match.start()])


def _is_account(text: str, match: re.Match[str]) -> bool:
    account, before = match["account"], text[max(0, match.start() - 8) : match.start()]
    if _MOBILE.fullmatch(account) or _OF_AN_OFFICE.search(before):
        return False
    if account.isdigit():
        return match[0][:2] in ("QQ", "qq", "ｑｑ")
    return any(sign in account for sign in "0123456789_-")
