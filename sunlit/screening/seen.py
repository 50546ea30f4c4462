"""How a text is seen: without what has no width, digits of every script as digits."""

import sys
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass

WIDTHLESS = (
    "\u00ad\u034f\u061c\u180e\u200b\u200c\u200d\u200e\u200f\u2060\u2061\u2062\u2063\u2064\ufeff"
)
# Traditional signs of the words that this room looks for, and of surnames.
_TRADITIONAL = dict(
    zip(
        "证號号码码护话电机联系长绝资内传严请转过发户银账帐储单职业处罚姓张陈刘杨赵黄吴孙马罗郑谢韩唐冯于萧许邓邹叶"
        "卢苏贾汤万钱龙庞颜兰阎庄骆蒋钟谭廖陆贺赖龚顾鲁韦齐项欧区闫诸东轩贝体达务农闻来邮纪费岳"
        "癫痫艾肺结核乙肝抑郁症疾残废废损坏诊流产精神分裂隐举报诉监督热线门牌栋单元楼层乡镇",
        "證號號碼碼護話電機聯繫長絕資內傳嚴請轉過發戶銀賬帳儲單職業處罰姓張陳劉楊趙黃吳孫馬羅鄭謝韓唐馮於蕭許鄧鄒葉"
        "盧蘇賈湯萬錢龍龐顏蘭閻莊駱蔣鍾譚廖陸賀賴龔顧魯韋齊項歐區閆諸東軒貝體達務農聞來郵紀費岳"
        "癲癇艾肺結核乙肝抑鬱症疾殘廢廢損壞診流產精神分裂隱舉報訴監督熱線門牌棟單元樓層鄉鎮",
        strict=True,
    )
)
_AS_TRADITIONAL = str.maketrans(_TRADITIONAL)

CHINESE_DIGITS = dict(zip("〇零○一二三四五六七八九", "000123456789", strict=True)) | dict(
    zip("壹贰叁肆伍陆柒捌玖貳參陸", "123456789236", strict=True)
)
OTHER_DIGITS = {
    chr(code): str(unicodedata.decimal(chr(code)))
    for code in range(0x80, sys.maxunicode)
    if unicodedata.category(chr(code)) == "Nd"
}
# Chinese digits become letters first, so that one can tell where the script changes.
_AS_GROUPS = str.maketrans(
    {sign: chr(ord("a") + int(digit)) for sign, digit in CHINESE_DIGITS.items()} | OTHER_DIGITS
)
_OTHER_DIGITS_TABLE = str.maketrans(OTHER_DIGITS)
_LETTERS_TO_DIGITS = str.maketrans("abcdefghij", "0123456789")
_FULL_WIDTH = str.maketrans(
    {chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)} | {"　": " ", "\u00a0": " "}
)


@dataclass(frozen=True, slots=True)
class Seen:
    """A text as it is seen, and the way back: `cuts` are where a sign was left out."""

    text: str
    cuts: tuple[int, ...] = ()

    def original(self, position: int) -> int:
        """Where the sign at this position stands in the given text."""
        return position + bisect_right(self.cuts, position)


def seen_through(text: str) -> Seen:
    """Leave out what has no width."""
    present = "".join(sign for sign in WIDTHLESS if sign in text)
    if not present:
        return Seen(text)
    for sign in present[1:]:
        text = text.replace(sign, present[0])
    parts = text.split(present[0])
    cuts: list[int] = []
    at = 0
    for part in parts[:-1]:
        at += len(part)
        cuts.append(at)
    return Seen("".join(parts), tuple(cuts))


def grouped(text: str) -> str:
    """Write all digits in ASCII, Chinese ones as letters from a to j; the length stays."""
    return text if text.isascii() else text.translate(_AS_GROUPS)


def as_digits(group: str) -> str:
    """Write a group of `grouped` in digits."""
    return group if group.isdecimal() else group.translate(_LETTERS_TO_DIGITS)


def digits_of(text: str) -> str:
    """Return only the digits of a text, in ASCII."""
    return "".join(sign for sign in as_digits(grouped(text)) if "0" <= sign <= "9")


def half_width(text: str) -> str:
    """Write full-width signs in their usual width; the length stays."""
    return text.translate(_FULL_WIDTH).translate(_OTHER_DIGITS_TABLE)


def traditional(word: str) -> str:
    """Write a word of the lexicon in traditional signs."""
    return word.translate(_AS_TRADITIONAL)


def either(pattern: str) -> str:
    """Let a pattern match traditional signs where it names simplified ones."""
    parts: list[str] = []
    in_class = False
    for at, sign in enumerate(pattern):
        if sign in "[]" and pattern[at - 1 : at] != "\\":
            in_class = sign == "["
        other = _TRADITIONAL.get(sign, sign)
        if other == sign:
            parts.append(sign)
        else:
            parts.append(sign + other if in_class else f"[{sign}{other}]")
    return "".join(parts)
