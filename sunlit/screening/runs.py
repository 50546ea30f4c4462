"""Numbers of people in a text: IDs, cards, telephones, passports, however they are written."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sunlit.screening import numbers
from sunlit.screening.kinds import Hit, Kind, hit
from sunlit.screening.seen import CHINESE_DIGITS, as_digits, either, grouped

# `\\d` are the digits of all scripts but Chinese.
DIGIT = rf"[\d{''.join(CHINESE_DIGITS)}]"
_SHORTEST_WITHOUT_WORD = 11
_MAY_LEAD = frozenset("话話机機宅")
_BETWEEN = r"[ \t\u3000\u00a0\u2000-\u200a\u202f\-\u2010-\u2015\u2212－_.·•)）]"
_RUN = re.compile(f"{DIGIT}(?:{_BETWEEN}{{0,3}}+{DIGIT}){{6,}}+")
# Most runs of digits in official texts are days, with or without an hour, and amounts.
_PLAIN = re.compile(
    r"(?:19|20)\d\d[-.](?:0?\d|1[0-2])[-.][0-3]?\d(?: [012]?\d)?|[1-9]\d{4,}\.\d\d?"
)
_DAY_AHEAD = re.compile(r"(?:19|20)\d\d(?:[-./](?:0?[1-9]|1[0-2])[-./]|年)")
_GROUP = re.compile(r"[0-9]+|[a-j]+")
# The number of a disability certificate is that of its holder and two digits more.
_DISABILITY = r"[1-7][1-4](?![0-9A-Za-z])"
_X = re.compile(rf"{_BETWEEN}{{0,3}}[XxＸｘ×](?:(?![0-9A-Za-z])|{_DISABILITY})")
_LONGEST, _CERTIFICATE = 19, 20

_SENTENCE = re.compile(r"[。；;！？\n\r]")
_CODE = re.compile(
    either(
        r"(?:字第|许可证第|订单|运单|快递|单号|流水|条码|条形码|案号|索引|文号|批号|批次|凭证|信用代码|组织机构|注册号|登记号"
        r"|许可证|执照|合同|发票|设备|序列|坐标|经度|纬度|账套|项目代码|编码|编号|工单|登记证|交易|缴款|票号|档号|标段"
        r"|图号|地块|宗地|桩号|备案|代码|缴费|罚没|凭单|回执|受理号|QQ|ISBN|ISSN|No\.?|NO\.?|SN)[^，,。；\d]{0,8}$"
    )
)
_IN_AN_ADDRESS = re.compile(r"[a-z][./][^\s，。；]*/$")
_ID_WORD = re.compile(either(r"身份证|证件|公民身份|身份号|户口|ID"), re.I)
PHONE_WORD = re.compile(
    either(
        r"电话|手机|传真|热线|联系|拨打|致电|座机|宅电|来电|号码|固话|办电|tel|phone|fax|[（(☎]\s*$"
    ),
    re.I,
)
# The telephones that an office gives out; those of people who turn to it are none of them.
_PUBLIC_PHONE = re.compile(
    either(
        r"(?:咨询|投诉|监督|举报|服务|办公|值班|查询|受理|公开|窗口|报名|报修|应急|救援|信访|便民"
        r"|申诉|政务|客服|预约|单位|机关|公示|联络|窗口)(?![人者])[^，,。；;\d人]{0,6}(?:电话|热线|专线|号码)"
        r"|热线|传真|总机|办公室|局|委|中心|大队|窗口|科[）)：: ]|科室"
        r"|电话[（(](?:办公|值班)"
        r"|[科处室股][，,、]|机构[^，,。；;\d人]{0,4}(?:电话|热线)|纪检|监察|12388|人民法院|检察院"
    )
)
_OFFICE_AFTER = re.compile(
    r"\s*[（(][^（）()\n]{0,10}(?:办公室|[处科室局委股]|中心|窗口|工作日)[）)]"
)
_PRIVATE_PHONE = re.compile(
    either(
        r"家庭电话|住宅电话|家中?电话|宅电|本人电话|私人电话|家庭座机|座机|固话|固定电话"
        r"|(?:投诉|举报|申请|来电|来信|当事|申诉|信访|反映|联系)人[^，,。；;\d]{0,8}$"
    )
)
CARD_WORD = re.compile(
    either(
        r"卡号|银行卡|储蓄卡|借记卡|信用卡|社保卡|工资卡|账号|帐号|账户|帐户|开户|一卡通|打款|汇入|收款"
    )
)
_PASSPORT_WORD = re.compile(either(r"护照|通行证|证件|回乡证|台胞证|passport|旅行证"), re.I)
_PASSPORT = re.compile(
    r"(?<![0-9A-Za-zＡ-Ｚａ-ｚ])(?:[EeＥｅ][A-HJ-NP-Za-hj-np-z]?|[GgＧｇ]|[DdSsPp][Ee]?|[CcＣｃ][A-Za-z]?"
    r"|[HhMmＨＭ]|[KkTtLl])[ \-\u3000]?$"
)
_AMOUNT = re.compile(r"\s*(?:元|万|亿|平方|吨|个|件|人|㎡|%|％|[.．]\d|号段)")
_LETTERS_BEFORE = re.compile(r"[A-Za-zＡ-Ｚａ-ｚ]+$")
_PHONE_LETTERS = frozenset(
    ["tel", "phone", "mobile", "mob", "t", "m", "p", "wx", "vx", "wechat", "cell", "dh", "sj"]
)
_OLD_ID_SHAPES = {(15,), (6, 6, 3), (6, 9), (12, 3)}
_MOBILE_SHAPES = {
    (3, 4, 4),
    (3, 8),
    (7, 4),
    (4, 4, 3),
    (3, 3, 5),
    (5, 6),
    (3, 2, 2, 2, 2),
    (1,) * 11,
}


@dataclass(slots=True)
class _Run:
    """A run of digits with what stands between them, in a text."""

    text: str
    start: int
    signs: str
    groups: list[tuple[int, int]]
    done: int = 0  # how many groups were already read as a number

    def digits(self, first: int, last: int) -> str:
        return "".join(as_digits(self.signs[a:b]) for a, b in self.groups[first : last + 1])

    def shape(self, first: int, last: int) -> tuple[int, ...]:
        """Lengths of the groups; two that touch (the script changes) count as one."""
        lengths: list[int] = []
        before = -1
        for a, b in self.groups[first : last + 1]:
            if a == before:
                lengths[-1] += b - a
            else:
                lengths.append(b - a)
            before = b
        return tuple(lengths)

    def gap(self, index: int) -> str:
        """What stands before a group."""
        if index <= 0 or index >= len(self.groups):
            return "\n"
        return self.signs[self.groups[index - 1][1] : self.groups[index][0]]

    def crosses_cells(self, first: int, last: int) -> bool:
        """Whether a tab parts it, and not as in a form with a cell for every digit."""
        if first == last or "\t" not in self.signs[self.groups[first][1] : self.groups[last][0]]:
            return False
        return set(self.shape(first, last)) != {1}

    def span(self, first: int, last: int) -> tuple[int, int]:
        return self.start + self.groups[first][0], self.start + self.groups[last][1]

    def before(self, first: int, width: int = 24) -> str:
        """What stands before in the same sentence."""
        at = self.start + self.groups[first][0]
        return _SENTENCE.split(self.text[max(0, at - width) : at])[-1]

    def after(self, last: int, width: int = 12) -> str:
        at = self.start + self.groups[last][1]
        return _SENTENCE.split(self.text[at : at + width])[0]

    def stands_alone(self, first: int, last: int) -> bool:
        """Whether no neighbour is joined as the parts of the number are: else it is a table."""
        if len(self.shape(first, last)) == 1:
            return True
        inner = {self.gap(index) for index in range(first + 1, last + 1)} - {""}
        left_free = first == self.done or self.gap(first) not in inner
        right_free = last + 1 == len(self.groups) or self.gap(last + 1) not in inner
        return left_free and (right_free or self._number_follows(last + 1))

    def _number_follows(self, index: int) -> bool:
        a, b = self.groups[index]
        if b - a >= 11 or (b - a == 3 and self.signs[a] == "1"):  # noqa: PLR2004 (lengths)
            return True
        return bool(_DAY_AHEAD.match(self.text, self.start + a))


def hits(text: str) -> Iterator[Hit]:
    """Find the numbers of people."""
    for match in _RUN.finditer(text):
        start, end = match.span()
        if _is_plain(text, start, end):
            continue
        signs = grouped(match[0])
        run = _Run(text, start, signs, [m.span() for m in _GROUP.finditer(signs)])
        yield from _numbers(run)


def _is_plain(text: str, start: int, end: int) -> bool:
    """Whether a run of digits is told at a glance to be no number of a person."""
    if _PLAIN.fullmatch(text, start, end):
        return True
    size = end - start
    if size < _SHORTEST_WITHOUT_WORD:
        return not _is_led(text, start)
    # In one piece more digits than a card has are nobody's, but for a disability certificate.
    return size > _LONGEST and size != _CERTIFICATE and text[start:end].isdecimal()


def _is_led(text: str, start: int) -> bool:
    """Whether a short number can be one of a person: a letter or a telephone leads to it."""
    before = text[max(0, start - 24) : start]
    return not _MAY_LEAD.isdisjoint(before) or bool(_PASSPORT.search(before))


def _numbers(run: _Run) -> Iterator[Hit]:
    first = 0
    while first < len(run.groups):
        found = None
        ends = list(_ends(run, first))
        for last, digits in reversed(ends):
            found = _read(run, first, last, digits)
            if found is not None:
                yield found
                run.done = first = last + 1
                break
        else:
            first += 1


def _ends(run: _Run, first: int) -> Iterator[tuple[int, str]]:
    """Yield where a number of 7 to 19 digits that begins here may end."""
    total = 0
    for last in range(first, len(run.groups)):
        a, b = run.groups[last]
        total += b - a
        if total > _LONGEST and total != _CERTIFICATE:
            return
        if total >= 7:  # noqa: PLR2004 (the shortest telephone number)
            yield last, run.digits(first, last)


def _read(run: _Run, first: int, last: int, digits: str) -> Hit | None:
    size = len(digits)
    if size in (17, 18, _CERTIFICATE) and numbers.looks_like_id(digits):
        return _id_number(run, first, last, digits)
    if run.crosses_cells(first, last):
        return None
    if size >= 15:  # noqa: PLR2004 (the shortest card number)
        return (
            _old_id_number(run, first, last, digits)
            or _bank_card(run, first, last, digits)
            or _with_country(run, first, last, digits)
        )
    if size == 11 and digits[0] == "1":  # noqa: PLR2004 (the length of a mobile number)
        return _mobile(run, first, last, digits)
    if size in (13, 14):
        return _with_country(run, first, last, digits)
    return _passport(run, first, last, digits) or _landline(run, first, last, digits)


def _id_number(run: _Run, first: int, last: int, digits: str) -> Hit | None:
    start, end = run.span(first, last)
    if len(digits) == 17:  # noqa: PLR2004 (the check digit is a letter)
        sign = _X.match(run.text, end)
        if not sign:
            return None
        digits, end = digits + "X", sign.end()
    elif len(digits) == _CERTIFICATE:
        whole = run.shape(first, last) == (_CERTIFICATE,)
        if not whole or not re.fullmatch(_DISABILITY, digits[18:]):
            return None
    return hit(Kind.ID_NUMBER, start, end, 0.99) if numbers.is_id_number(digits[:18]) else None


def _old_id_number(run: _Run, first: int, last: int, digits: str) -> Hit | None:
    parted = run.shape(first, last) not in _OLD_ID_SHAPES
    if parted or not numbers.is_old_id_number(digits) or not run.stands_alone(first, last):
        return None
    before = run.before(first)
    if _ID_WORD.search(before):
        return hit(Kind.ID_NUMBER, *run.span(first, last), 0.9)
    if (
        _CODE.search(before)
        or _IN_AN_ADDRESS.search(before)
        or _LETTERS_BEFORE.search(before)
        or first
        or last + 1 < len(run.groups)
    ):
        return None
    return hit(Kind.ID_NUMBER, *run.span(first, last), 0.5)


def _bank_card(run: _Run, first: int, last: int, digits: str) -> Hit | None:
    shape = run.shape(first, last)
    regular = len(shape) <= 2 or set(shape[:-1]) in ({4}, {1})  # noqa: PLR2004 (6 and 13)
    if not regular or not run.stands_alone(first, last):
        return None
    before = run.before(first)
    if _LETTERS_BEFORE.search(before):
        return None
    named = bool(CARD_WORD.search(before))
    if _CODE.search(before) and not named:
        return None
    if numbers.is_union_pay(digits):
        return hit(Kind.BANK_CARD, *run.span(first, last), 0.95 if named else 0.8)
    if numbers.is_other_card(digits) and (named or shape == (4, 4, 4, 4)):
        return hit(Kind.BANK_CARD, *run.span(first, last), 0.9 if named else 0.6)
    return None


def _with_country(run: _Run, first: int, last: int, digits: str) -> Hit | None:
    """A mobile number written together with the country's code."""
    for code in ("0086", "86"):
        rest = digits.removeprefix(code)
        if rest != digits and numbers.is_mobile(rest):
            shape = run.shape(first, last)
            begin = shape[0] - len(code)
            parted = shape[1:] if begin == 0 else (begin, *shape[1:])
            if (len(shape) == 1 or parted in _MOBILE_SHAPES) and not _CODE.search(
                run.before(first)
            ):
                return hit(Kind.MOBILE, *run.span(first, last), 0.85)
            return None
    return None


def _mobile(run: _Run, first: int, last: int, digits: str) -> Hit | None:
    shape = run.shape(first, last)
    if not numbers.is_mobile(digits) or (len(shape) > 1 and shape not in _MOBILE_SHAPES):
        return None
    if not run.stands_alone(first, last) or _joined_to_a_code(run, first, last):
        return None
    before, after = run.before(first), run.after(last)
    if "号段" in before or "号段" in after or _AMOUNT.match(run.after(last)):
        return None
    if _CODE.search(before) and not PHONE_WORD.search(before[-8:]):
        return None
    sure = 0.95 if len(shape) == 1 or PHONE_WORD.search(before) else 0.8
    return hit(Kind.MOBILE, *run.span(first, last), sure)


def _joined_to_a_code(run: _Run, first: int, last: int) -> bool:
    """Whether a hyphen, point or letter makes it a part of something longer."""
    start, end = run.span(first, last)
    before = run.text[max(0, start - 12) : start]
    letters = _LETTERS_BEFORE.search(before)
    if letters and letters[0].lower() not in _PHONE_LETTERS:
        return True
    if re.match(r"[A-Za-z]", run.text[end : end + 1]):
        return True
    if re.search(r"[￥¥$€]\s?$|[A-Za-z]-$", before):
        return True
    gap = run.gap(first).strip("\n")
    if first > run.done and gap and gap[-1] in "-－_.·" and len(run.shape(first, last)) == 1:
        return run.digits(first - 1, first - 1) not in ("86", "086", "0086", "0")
    return False


def _landline(run: _Run, first: int, last: int, digits: str) -> Hit | None:
    before = run.before(first)
    private = _PRIVATE_PHONE.search(before)
    if numbers.area_code(digits):
        if not _is_telephone(run, first, last, before):
            return None
        if not private and _is_public_phone(run, first, last):
            return None
        return hit(Kind.LANDLINE, *run.span(first, last), 0.8)
    whole = first == 0 and last == len(run.groups) - 1
    if whole and private and numbers.is_subscriber(digits):
        return hit(Kind.LANDLINE, *run.span(first, last), 0.7)
    return None


def _is_public_phone(run: _Run, first: int, last: int) -> bool:
    """Whether what stands before or in brackets after says that an office gives it out."""
    before, after = run.before(first, 40), run.after(last, 16)
    return bool(_PUBLIC_PHONE.search(before) or _OFFICE_AFTER.match(after))


def _is_telephone(run: _Run, first: int, last: int, before: str) -> bool:
    """Whether digits with an area code are written as a telephone number is, or named one."""
    if _CODE.search(before) or _LETTERS_BEFORE.search(before[-1:]):
        return False
    if _AMOUNT.match(run.after(last)) or (first > run.done and run.gap(first).strip() in "-._·"):
        return False
    code = len(numbers.area_code(run.digits(first, last)))
    parted = run.shape(first, last)[0] == code and len(run.shape(first, last)) in (2, 3)
    return parted or bool(PHONE_WORD.search(before))


def _passport(run: _Run, first: int, last: int, digits: str) -> Hit | None:
    if len(digits) not in (7, 8, 9, 10):
        return None
    start, end = run.span(first, last)
    letters = _PASSPORT.search(run.text[max(0, start - 4) : start])
    if not letters:
        return None
    near = run.before(first, 32) + run.after(last, 10)
    if not _PASSPORT_WORD.search(near):
        return None
    return hit(Kind.PASSPORT, start - len(letters[0]), end, 0.9)
