"""Invented people, their numbers, and numbers that are nobody's; the same seed makes the same."""

import random
from collections.abc import Callable, Mapping
from datetime import date, timedelta

from sunlit.screening.kinds import Kind
from sunlit.screening.numbers import id_check, passes_luhn

_SURNAMES = (
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡"
)
_COMPOUND = ("欧阳", "上官", "司马", "诸葛", "慕容")
_GIVEN = (
    "伟芳娜敏静丽强磊军洋勇艳杰娟涛超秀兰霞刚桂英华玉萍红鹏辉鑫宇浩然雨欣怡晨阳思远志国庆梅春雪莲"
)
_AREAS = ("上城区", "西湖区", "江干区", "拱墅区", "滨江区", "余杭区")
_STREETS = ("文三路", "延安路", "解放东路", "庆春路", "凤起路", "天目山路", "江南大道", "体育场路")
_ESTATES = (
    "柳浪新村",
    "翠苑一区",
    "景芳小区",
    "朝晖六区",
    "湖滨花园",
    "钱江家园",
    "和睦新村",
    "望江公寓",
)
_AREA_CODES = ("0571", "0574", "010", "021", "0755", "0851")
_PREFIXES = ("130", "135", "138", "139", "150", "158", "159", "177", "181", "188", "198")
_BINS = ("622202", "621700", "622848", "621661", "623058", "622588")
_REGIONS = ("330102", "330106", "110101", "310104", "440305", "510107", "650102")
_HEALTH = ("乙肝", "艾滋病", "精神分裂", "尿毒症", "肺癌", "抑郁症", "白血病")
_SECRETS = ("秘密★5年", "机密★10年", "绝密★长期", "秘　密★3年", "机密★", "機密★五年", "绝密")
_INNER = ("内部资料", "内部资料 不得外传", "内部资料，注意保存", "严禁外传")
_WRONG = ("布署", "按装", "迫不急待", "再接再励", "融汇贯通", "相辅相承", "松驰", "座落")
_FORBIDDEN = ("残废人", "瞎子", "弱智", "聋子", "哑巴")
_FULL_WIDTH = str.maketrans("0123456789X", "０１２３４５６７８９Ｘ")
_MAKERS: dict[str, tuple[Kind | None, Callable[[random.Random], str]]] = {}

Maker = Callable[[random.Random], str]


def makers() -> Mapping[str, tuple[Kind | None, Maker]]:
    """Return what makes each placeholder up, and of which kind of leak it is, if of one."""
    return _MAKERS


def _makes(name: str, kind: Kind | None = None) -> Callable[[Maker], Maker]:
    def noted(maker: Maker) -> Maker:
        _MAKERS[name] = (kind, maker)
        return maker

    return noted


def _digits(chance: random.Random, size: int) -> str:
    return str(chance.randint(1, 9)) + "".join(str(chance.randint(0, 9)) for _ in range(size - 1))


def _day(chance: random.Random, first: int, last: int) -> date:
    start = date(first, 1, 1)
    return start + timedelta(days=chance.randrange((date(last, 12, 31) - start).days))


def _written(chance: random.Random, number: str, cuts: tuple[int, ...]) -> str:
    """Write a number as people do: mostly plain, else wide, parted, or broken by a line."""
    way = chance.random()
    if way < 0.7:  # noqa: PLR2004
        return number
    if way < 0.78:  # noqa: PLR2004
        return number.translate(_FULL_WIDTH)
    sign = chance.choice([" ", "-", "\u3000", "\u200b"])
    return _parted(number, cuts, sign)


def _parted(number: str, cuts: tuple[int, ...], sign: str) -> str:
    return sign.join(number[a:b] for a, b in zip((0, *cuts), (*cuts, None), strict=True))


@_makes("name", Kind.NAME_WITH_ID)
@_makes("person")
def _name(chance: random.Random) -> str:
    surname = chance.choice(_COMPOUND if chance.random() < 0.05 else _SURNAMES)  # noqa: PLR2004
    return surname + "".join(chance.choices(_GIVEN, k=chance.choice([1, 2, 2])))


def _plain_id(chance: random.Random) -> str:
    born = _day(chance, 1945, 2005).strftime("%Y%m%d")
    body = chance.choice(_REGIONS) + born + f"{chance.randrange(1000):03}"
    return body + id_check(body)


@_makes("id", Kind.ID_NUMBER)
def _id(chance: random.Random) -> str:
    number = _plain_id(chance)
    if chance.random() < 0.5:  # noqa: PLR2004
        number = number.lower()
    if chance.random() < 0.04:  # noqa: PLR2004
        cut = chance.randint(4, 16)
        return f"{number[:cut]}\n{number[cut:]}"
    return _written(chance, number, (6, 14))


@_makes("id15", Kind.ID_NUMBER)
def _old_id(chance: random.Random) -> str:
    born = _day(chance, 1945, 1984).strftime("%y%m%d")
    return chance.choice(_REGIONS) + born + f"{chance.randrange(1000):03}"


@_makes("idwide", Kind.ID_NUMBER)
def _wide_id(chance: random.Random) -> str:
    return _plain_id(chance).translate(_FULL_WIDTH)


@_makes("idspaced", Kind.ID_NUMBER)
def _parted_id(chance: random.Random) -> str:
    number = _plain_id(chance)
    each = tuple(range(1, 18))
    cuts = chance.choice([(6, 14), (6, 10, 14), (3, 6, 10, 14), (4, 8, 12, 16), (6,), each])
    signs = [" "] if cuts == each else [" ", "  ", "-", "\u3000", " - ", "·"]
    return _parted(number, cuts, chance.choice(signs))


@_makes("id20", Kind.ID_NUMBER)
def _disability_certificate(chance: random.Random) -> str:
    return f"{_plain_id(chance)}{chance.randint(1, 7)}{chance.randint(1, 4)}"


@_makes("wrong_id")
def _wrong_id(chance: random.Random) -> str:
    number = _plain_id(chance)
    return number[:17] + chance.choice(sorted(set("0123456789") - {number[17]}))


@_makes("masked_id")
def _masked_id(chance: random.Random) -> str:
    number = _plain_id(chance)
    star = chance.choice("*＊×x")
    return (
        number[:6] + star * 8 + number[14:] if star != "x" else number[:10] + "xxxx" + number[-4:]
    )


@_makes("mobile", Kind.MOBILE)
def _mobile(chance: random.Random) -> str:
    return _written(chance, _plain_mobile(chance), (3, 7))


def _plain_mobile(chance: random.Random) -> str:
    return chance.choice(_PREFIXES) + _digits(chance, 8)


@_makes("mobilespaced", Kind.MOBILE)
def _parted_mobile(chance: random.Random) -> str:
    cuts = chance.choice([(3, 7), (3, 6), (4, 8), (3, 5, 7, 9)])
    sign = chance.choice([" ", "-", "\u3000", ".", " - "]) if len(cuts) == 2 else " "  # noqa: PLR2004
    return _parted(_plain_mobile(chance), cuts, sign)


@_makes("mobilewide", Kind.MOBILE)
def _wide_mobile(chance: random.Random) -> str:
    return _plain_mobile(chance).translate(_FULL_WIDTH)


@_makes("mobilechinese", Kind.MOBILE)
def _chinese_mobile(chance: random.Random) -> str:
    digits = chance.choice(["〇一二三四五六七八九", "零一二三四五六七八九", "零壹贰叁肆伍陆柒捌玖"])
    return _plain_mobile(chance).translate(str.maketrans("0123456789", digits))


@_makes("masked_mobile")
def _masked_mobile(chance: random.Random) -> str:
    return chance.choice(_PREFIXES) + "****" + _digits(chance, 4)


@_makes("masked_name")
def _masked_name(chance: random.Random) -> str:
    return chance.choice(_SURNAMES) + chance.choice(["某", "某某", "*", "**", "先生", "女士"])


@_makes("landline", Kind.LANDLINE)
@_makes("public")
def _landline(chance: random.Random) -> str:
    code = chance.choice(_AREA_CODES)
    number = chance.choice("2568") + _digits(chance, 7 if code != "0851" else 6)
    return chance.choice(["{}-{}", "{}-{}", "（{}）{}", "{}—{}"]).format(code, number)


def _plain_card(chance: random.Random) -> str:
    body = chance.choice(_BINS) + _digits(chance, chance.choice([9, 12]))
    return next(body + str(n) for n in range(10) if passes_luhn(body + str(n)))


@_makes("card", Kind.BANK_CARD)
def _card(chance: random.Random) -> str:
    return _written(chance, _plain_card(chance), (4, 8, 12))


@_makes("cardspaced", Kind.BANK_CARD)
def _parted_card(chance: random.Random) -> str:
    number = _plain_card(chance)
    return _parted(number, tuple(range(4, len(number), 4)), chance.choice([" ", "-", "\u3000"]))


@_makes("plate", Kind.PLATE)
def _plate(chance: random.Random) -> str:
    body = chance.choice([_digits(chance, 5), f"D{_digits(chance, 5)}", f"{_digits(chance, 3)}K8"])
    return chance.choice("浙沪京苏皖") + chance.choice("ABCF") + chance.choice(["", "", "·"]) + body


@_makes("evplate", Kind.PLATE)
def _electric_plate(chance: random.Random) -> str:
    body = chance.choice(
        [
            chance.choice("DFABC") + _digits(chance, 5),
            chance.choice("DF") + chance.choice("ABKMX") + _digits(chance, 4),
            _digits(chance, 5) + chance.choice("DF"),
        ]
    )
    sign = chance.choice(["", "·", " ", "-"])
    return chance.choice("浙沪京苏皖粤鲁") + chance.choice("ABCFL") + sign + body


@_makes("passport", Kind.PASSPORT)
def _passport(chance: random.Random) -> str:
    return chance.choice("EGC") + _digits(chance, 8)


@_makes("fpassport", Kind.PASSPORT)
def _foreign_passport(chance: random.Random) -> str:
    letters = [chance.choice("ABCDFGHJKLMNPRSTVWXYZ") for _ in range(4)]
    return chance.choice(
        [
            f"{letters[0]}{letters[1]}{_digits(chance, 7)}",
            f"{letters[0]}{_digits(chance, 8)}",
            _digits(chance, 9),
            f"C{_digits(chance, 2)}{letters[0]}{letters[1]}{_digits(chance, 4)}",
            f"{_digits(chance, 2)}{letters[0]}{letters[1]}{_digits(chance, 5)}",
        ]
    )


@_makes("hkpermit", Kind.PASSPORT)
def _permit(chance: random.Random) -> str:
    return chance.choice("HM") + _digits(chance, chance.choice([8, 10]))


@_makes("wechat", Kind.ONLINE_ACCOUNT)
def _wechat(chance: random.Random) -> str:
    long = "wxid_" + "".join(chance.choices("abcdefghjk0123456789", k=12))
    word = chance.choice(["hz_wang", "A-zhang", "sunny", "laowang", "li_"])
    return chance.choice([long, word + _digits(chance, chance.randint(3, 5))])


@_makes("email", Kind.EMAIL)
def _email(chance: random.Random) -> str:
    user = chance.choice(["zhang", "li_ming", "wang.fang", "x"]) + _digits(chance, 4)
    return f"{user}@{chance.choice(['qq.com', '163.com', 'example.com.cn', 'gmail.com'])}"


@_makes("address", Kind.ADDRESS)
def _address(chance: random.Random) -> str:
    area, n = chance.choice(_AREAS), chance.randint
    return chance.choice(
        [
            f"{area}{chance.choice(_ESTATES)}{n(1, 60)}幢{n(1, 4)}单元{n(101, 1802)}室",
            f"杭州市{area}{chance.choice(_STREETS)}{n(1, 400)}号{n(1, 30)}幢{n(101, 702)}室",
            f"{area}{chance.choice(_ESTATES)}{n(1, 60)}-{n(1, 4)}-{n(101, 702)}室",
            f"浙江省桐庐县横村镇东村{n(1, 12)}组{n(1, 90)}号",
        ]
    )


def _chosen(*choices: str) -> Maker:
    return lambda chance: chance.choice(choices)


def _sized(size: int) -> Maker:
    return lambda chance: _digits(chance, size)


for _placeholder, _kind, _choices in (
    ("health", Kind.HEALTH, _HEALTH),
    ("secret", Kind.SECRECY_MARK, _SECRETS),
    ("grade", Kind.SECRECY_MARK, ("秘密", "机密", "绝密")),
    ("inner", Kind.SECRECY_MARK, _INNER),
    ("wrong", Kind.WRONG_WORD, _WRONG),
    ("forbidden", Kind.FORBIDDEN_WORD, _FORBIDDEN),
    ("area", None, _AREAS),
    ("street", None, _STREETS),
    ("year", None, ("2008", "2010", "2012", "2019")),
):
    _makes(_placeholder, _kind)(_chosen(*_choices))
for _size in range(1, 9):
    _makes(f"n{_size}")(_sized(_size))
_makes("twpermit", Kind.PASSPORT)(_sized(8))


@_makes("qq", Kind.ONLINE_ACCOUNT)
def _qq(chance: random.Random) -> str:
    return _digits(chance, chance.randint(6, 10))


@_makes("date")
def _date(chance: random.Random) -> str:
    day = _day(chance, 2008, 2020)
    return chance.choice(
        [f"{day.year}年{day.month}月{day.day}日", day.isoformat(), day.strftime("%Y.%m.%d")]
    )


@_makes("moment")
def _moment(chance: random.Random) -> str:
    day = _day(chance, 2008, 2020).isoformat()
    return f"{day} {chance.randrange(24):02}:{chance.randrange(60):02}"


@_makes("amount")
def _amount(chance: random.Random) -> str:
    return chance.choice(["{}", "{}.00", "{}.5"]).format(_digits(chance, chance.randint(3, 5)))


@_makes("big")
def _big(chance: random.Random) -> str:
    return _digits(chance, chance.randint(7, 11)) + chance.choice(["", ".00", ".58"])


@_makes("order")
def _order(chance: random.Random) -> str:
    return _day(chance, 2008, 2020).strftime("%Y%m%d") + _digits(chance, chance.randint(6, 12))


@_makes("index")
def _index(chance: random.Random) -> str:
    return f"{_digits(chance, 9)}/{chance.randint(2008, 2020)}-{chance.randrange(99999):05}"


@_makes("credit")
def _credit(chance: random.Random) -> str:
    tail = "".join(chance.choices("0123456789ABCDEFGHJKLMNPQRTUWXY", k=10))
    return chance.choice(["91330100", "11330100", "12330102", "92330106"]) + tail
