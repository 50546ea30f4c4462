"""Names of people beside their numbers."""

import re
from collections.abc import Iterable, Iterator

from sunlit.screening.kinds import Hit, Kind, hit
from sunlit.screening.lexicons import Lexicon
from sunlit.screening.seen import either

STRONG = frozenset({Kind.ID_NUMBER, Kind.MOBILE, Kind.BANK_CARD, Kind.PASSPORT})
_LABEL_WORDS = (
    r"公民身份号码 居民身份证号码? 身份证件?号码? 身份证号 身份证 身份号码 证件号码? 证号 "
    r"护照号?码? 通行证号?码? 手机号码? 手机号 手机 联系电话 联系方式 联系手机 移动电话 "
    r"电话号码 电话 号码 银行卡号? 工资卡号? 卡号 账号 帐号 开户行 本人 性别 民族 出生日期 "
    r"出生年月 出生于 出生 年龄 男性 女性 男 女 汉族 汉 [\u4e00-\u9fff]{1,3}族 先生 女士 同志 小姐 "
    r"老师 师傅 生于 [0-9]{1,3}岁 持有? 持用 的 为 是 系 其 名下 尾号 tel TEL Tel ID id"
)
_ROLE_WORDS = (
    r"证明 关于 委托 同意 授权 通知 责令 救助 补助 帮助 其中 因 经 据 "
    r"姓名 名字 联系人 申请人 当事人 居民 村民 市民 负责人 法定代表人 代表人 法人 业主 户主 "
    r"经办人 员工 群众 患者 学生 驾驶员 司机 男子 女子 被告人? 原告 被处罚人 投诉人 举报人 "
    r"来电人 来信人 收件人 代理人 委托人 证人 监护人 持卡人 开户人 户名 受理人 考生 职工 人员 "
    r"患儿 母亲 父亲 丈夫 妻子 儿子 女儿 配偶 房主 房东 租户 商户 经营者 摊主 车主 死者 伤者 "
    r"嫌疑人 信访人 反映人 被申请人 第三人 退休人员 低保户 同志 家属 公民 会员 用户 客户 由 向 "
    r"与 和 对 给 将 致 找 及 或 是 为 请"
)
_LABELS = re.compile(
    rf"(?:{either('|'.join(_LABEL_WORDS.split()))}"
    r"|[0-9]{4}[年.\-/][0-9]{1,2}[月.\-/](?:[0-9]{1,2}日?)?"
    r"|[\s,，、:：;；（()）|/\"“”'\-—_＋+86]{1,6}"
    r"|[（(][^（）()]{0,14}[）)])$"
)
_ROLE = re.compile(f"(?:{either('|'.join(_ROLE_WORDS.split()))})$")
# Words of one sign lead to a name only right before a number.
_ROLES = either("|".join(word for word in _ROLE_WORDS.split() if len(word) > 1))
_ROLE_WHOLE = re.compile(f"(?:{_ROLES}|{either('|'.join(_LABEL_WORDS.split()))})")
# Whoever is named: a role (every word for a person ends in one of a few signs), a begin of a line,
# cell or clause.
_LED = re.compile(
    rf"(?:(?:{_ROLES}|[\u4e00-\u9fff][人员者主户民方]|本人|我叫|我是|名下|支付给|打入|请与|请找|兹有|因)"
    r"(?:[（(][^（）()\n]{1,10}[）)])?[:：为是叫\s]{0,3}|^[ \t\u3000]*|[\t|,，;；。、:：（(])"
    r"(?=(?P<name>[\u4e00-\u9fff]{2,4}?|[\u4e00-\u9fff]{1,8}(?:[·•][\u4e00-\u9fff]{1,8}){1,3})"
    r"(?:[\s,，、。；;：:（()）|]|账户|联系|的|同志|女士|先生|等[0-9一二三四五六七八九十]+[人户名]|$))",
    re.M,
)
_TITLES = frozenset({"同志", "先生", "女士", "小姐", "老师", "师傅"})
_BACK, LINES = 160, 4
_CHUNK = re.compile(r"[\u4e00-\u9fff]{1,16}(?:[·•][\u4e00-\u9fff]{1,8}){0,3}$")
_NOT_GIVEN = frozenset(
    "的了是在与及或等局科室委会码话址部门厅处费据款元们其此该本每各个第区县市镇街路村号楼层栋幢路线网站点"
    "所院校厂店司组队团联系某"
)
_AFTER = re.compile(
    r"[\s]?[（(,，][\s]?(?:姓名[:：]?|户名[:：]?|系|联系人[:：]?|持卡人[:：]?)?"
    r"([\u4e00-\u9fff·]{2,5})(?=[）),，。；\s]|$)"
)


def hits(text: str, beside: Iterable[Hit], lexicon: Lexicon) -> Iterator[Hit]:
    """Find the names that stand beside numbers of people."""
    for number in beside:
        if number.kind not in STRONG and number.kind is not Kind.LANDLINE:
            continue
        found = (
            _before(text, number, lexicon)
            or _after(text, number, lexicon)
            or _further_before(text, number, lexicon)
        )
        if found:
            sure = 0.9 if number.kind in STRONG else 0.7
            yield hit(Kind.NAME_WITH_ID, *found, sure)


def is_name(word: str, lexicon: Lexicon) -> bool:
    """Whether a word is written as a Chinese name: a surname, and one or two signs."""
    if word in lexicon.not_names or word[:2] in lexicon.not_names or _ROLE_WHOLE.match(word):
        return False
    if word[-2:] in _TITLES:
        return False
    if "·" in word or "•" in word:
        return len(word) >= 4  # noqa: PLR2004
    if word[:2] in lexicon.surnames:
        given = word[2:]
    elif word[:1] in lexicon.surnames:
        given = word[1:]
        if len(word) > 3:  # noqa: PLR2004
            return len(word) == 4 and word[1] in lexicon.surnames and not _NOT_GIVEN & set(given)  # noqa: PLR2004
    else:
        return False
    return 1 <= len(given) <= 2 and not _NOT_GIVEN & set(given)  # noqa: PLR2004


def _before(text: str, number: Hit, lexicon: Lexicon) -> tuple[int, int] | None:
    low = max(0, number.start - 44, text.rfind("\n", 0, number.start) + 1)
    window = text[low : number.start]
    sentence = max(window.rfind("。"), window.rfind("；"))
    low, window = low + sentence + 1, window[sentence + 1 :]
    for _step in range(16):
        end = low + len(window)
        found = _name_at_end(window, lexicon, sure=number.kind is Kind.ID_NUMBER)
        if found:
            return end - len(found), end
        label = _LABELS.search(window)
        if not label:
            return None
        window = window[: label.start()]
    return None


def _further_before(text: str, number: Hit, lexicon: Lexicon) -> tuple[int, int] | None:
    """Find the person whom the lines before tell of: a form, or a sentence with more in it."""
    low = number.start
    for _line in range(LINES):
        low = text.rfind("\n", 0, low)
        if low < 0:
            break
    low = max(low + 1, number.start - _BACK, 0)
    found = None
    for match in _LED.finditer(text, low, number.start):
        if is_name(match["name"], lexicon):
            found = match.span("name")
    return found


def _name_at_end(window: str, lexicon: Lexicon, *, sure: bool) -> str | None:
    """Return the name that ends a window; `sure`: what ends it is a name, whatever leads to it."""
    chunk = _CHUNK.search(window)
    if not chunk:
        return None
    word = chunk[0]
    if "·" in word or "•" in word:
        return word if is_name(word, lexicon) else None
    sizes = (4, 3, 2) if word[-4:-2] in lexicon.surnames else (3, 2, 4)
    fitting = [word[-size:] for size in sizes if len(word) >= size]
    fitting = [name for name in fitting if is_name(name, lexicon)]
    led = [name for name in fitting if name == word or _ROLE.search(word[: -len(name)])]
    return next(iter(led or (fitting if sure else [])), None)


def _after(text: str, number: Hit, lexicon: Lexicon) -> tuple[int, int] | None:
    found = _AFTER.match(text, number.end)
    return found.span(1) if found and is_name(found[1], lexicon) else None
