"""Marks of secrecy: a grade with its star, alone on its line or in brackets, or in a form."""

import re
from collections.abc import Iterator

from sunlit.screening.kinds import Hit, Kind, hit

_GRADE = r"(?:绝|絕|机|機|秘|祕)[ \t\u3000\u00a0]*密"
_TERM = (
    r"(?:[0-9０-９一二三四五六七八九十]{1,3}[ \u3000]*(?:年|个月|個月|天|日)"
    r"|长期|長期|永久|启用前|公布前|启封前)"
)
_SPACE = r"[ \t\u3000\u00a0]*"
_STAR = r"[★☆✩✪✭⭐＊*]"
_WITH_STAR = re.compile(f"{_GRADE}(?:级)?{_SPACE}{_STAR}{_SPACE}{_TERM}?")
_STAR_FIRST = re.compile(f"{_STAR}{_SPACE}$")
_AFTER = re.compile(
    f"{_GRADE}{_SPACE}(?:级|件)?{_SPACE}(?:[（(]?{_TERM}[）)]?)?{_SPACE}"
    "(?=[\\n\\r\\t,|】」\\]）)<]|$|\u3000|  )"
)
_FORM = re.compile(
    r"(?:密级|秘密等级|涉密等级|定密|保密等级|密级标识|密级标志|密級)(?:（[^）\n]{1,12}）)?"
    r"[ \t\u3000]*(?:[:：]|[为是](?=.{0,3}$))?[ \t\u3000]*[【\[（(]?$"
)
_BEFORE = re.compile(r"(?:^|[\n\r\t,|【「\[（(>\u3000]|  |[#*]{1,3} ?)[ \t\u3000]*$")
_LOOSE_TERM = re.compile(f"{_GRADE}{_SPACE}{_TERM}")
# A list of grades, as in a form to fill in.
_GRADE_CELL = re.compile(r"[绝机秘]密级?[,、|，]|[,、|，] *[绝机秘]密")
_ALONE_AFTER = re.compile(
    r"[ \t\u3000]*(?:$|[\n\r\t,|】」\]）)<]"
    r"|[，,；;。!！—-]{1,2}[ \t]*(?:注意|不得|严禁|请勿|禁止|切勿|请|妥善|仅|勿)"
    r"|(?:不得|严禁|请勿|禁止|切勿|注意))"
)


def hits(text: str) -> Iterator[Hit]:
    """Find the grades of secrecy that are marks; a mention in a sentence is none."""
    at = text.find("密")
    while at >= 0:
        begin = _begin_of_grade(text, at)
        if begin is not None:
            found = _mark(text, begin, at + 1)
            if found:
                yield found
        at = text.find("密", at + 1)


def stands_alone(text: str, start: int, end: int) -> bool:
    """Whether a word fills its line, cell or brackets, or calls upon its reader."""
    before, after = text[max(0, start - 6) : start], text[end : end + 8]
    return bool(_BEFORE.search(before) and _ALONE_AFTER.match(after))


def _begin_of_grade(text: str, at: int) -> int | None:
    begin = at - 1
    while begin >= 0 and at - begin < 8 and text[begin] in " \t\u3000\u00a0":  # noqa: PLR2004
        begin -= 1
    return begin if begin >= 0 and text[begin] in "绝絕机機秘祕" else None


def _mark(text: str, begin: int, end: int) -> Hit | None:
    starred = _WITH_STAR.match(text, begin)
    if starred:
        return hit(Kind.SECRECY_MARK, begin, starred.end(), 0.99)
    before = text[max(0, begin - 16) : begin]
    if _STAR_FIRST.search(before):
        return hit(Kind.SECRECY_MARK, begin, end, 0.95)
    if _GRADE_CELL.search(text[max(0, begin - 4) : end + 3]):
        return None
    if _FORM.search(before):
        return hit(Kind.SECRECY_MARK, begin, end, 0.95)
    whole = _AFTER.match(text, begin) or (None if begin else _LOOSE_TERM.match(text, begin))
    if not whole or (begin and not _BEFORE.search(before)):
        return None
    return hit(Kind.SECRECY_MARK, begin, max(end, begin + len(whole[0].rstrip())), 0.85)
