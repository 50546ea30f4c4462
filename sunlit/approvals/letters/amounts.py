"""Sums of money as a decision writes them, in figures and in capitals."""

from decimal import Decimal

_DIGITS = "零壹贰叁肆伍陆柒捌玖"
_PLACES = ("", "拾", "佰", "仟")
_GROUPS = ("", "万", "亿")
_LARGEST = Decimal(10) ** 12


def in_figures(amount: Decimal) -> str:
    """Return an amount of yuan in figures: 500元, 1234.50元."""
    plain = f"{amount:.2f}".removesuffix(".00")
    return f"{plain}元"


def in_capitals(amount: Decimal) -> str:
    """Return an amount of yuan in capitals: 伍佰元整, 壹仟零伍元叁角整.

    Raises ValueError for a negative amount, parts of a fen, and 10^12 or more.
    """
    cents = amount * 100
    if amount < 0 or cents != cents.to_integral_value() or amount >= _LARGEST:
        raise ValueError(f"{amount} is no sum that a decision imposes")
    yuan, rest = divmod(int(cents), 100)
    jiao, fen = divmod(rest, 10)
    words = f"{_whole(yuan)}元" if yuan or not rest else ""
    if not rest:
        return f"{words}整"
    if jiao:
        words += f"{_DIGITS[jiao]}角"
    elif words:
        words += "零"
    return f"{words}{_DIGITS[fen]}分" if fen else f"{words}整"


def _whole(number: int) -> str:
    words, gap = "", False
    for group in range(len(_GROUPS) - 1, -1, -1):
        four = number // 10 ** (4 * group) % 10**4
        if not four:
            gap = bool(words)
            continue
        if words and (gap or four < 10**3):
            words += _DIGITS[0]
        words += _four(four) + _GROUPS[group]
        gap = False
    return words or _DIGITS[0]


def _four(number: int) -> str:
    words, gap = "", False
    for place in range(3, -1, -1):
        digit = number // 10**place % 10
        if not digit:
            gap = bool(words)
            continue
        words += (_DIGITS[0] if gap else "") + _DIGITS[digit] + _PLACES[place]
        gap = False
    return words
