"""Names of people beside their numbers."""

import re
from collections.abc import Iterable, Iterator

from sunlit.screening.kinds import Hit, Kind, hit
from sunlit.screening.lexicons import Lexicon
from sunlit.screening.seen import either

STRONG = frozenset(
    {Kind.ID_NUMBER, Kind.MOBILE, Kind.BANK_CARD, Kind.PASSPORT, Kind.ONLINE_ACCOUNT}
)
_WEAK = frozenset({Kind.LANDLINE, Kind.ADDRESS})
_LABEL_WORDS = (
    r"公民身份号码 居民身份证号码? 身份证件?号码? 身份证号 身份证 身份号码 证件号码? 证号 "
    r"护照号?码? 通行证号?码? 驾驶证号?码? 送达地址 家庭住址 通讯地址 联系地址 地址 住址 住所地? "
    r"家住 现住 住在 住 手机号码? 手机号 手机 联系电话 联系方式 联系 联系手机 移动电话 电话号码 "
    r"电话 号码 银行卡号? 工资卡号? [农商信合储蓄借记]{1,3}行?卡 卡号 账号 帐号 开户行 本人 性别 "
    r"民族 出生日期 出生年月 出生于 出生 年龄 男性 女性 男 女 汉族 汉 [\u4e00-\u9fff]{1,3}族 "
    r"先生 女士 同志 小姐 老师 师傅 科长 副科长 处长 副处长 局长 副局长 主任 副主任 队长 副队长 "
    r"中队长 大队长 组长 书记 经理 总经理 校长 院长 所长 站长 医生 大夫 律师 教授 工程师 老人 "
    r"大爷 大妈 阿姨 大伯 生于 [0-9]{1,3}岁 持有? 持用 的 为 是 系 其 名下 尾号 tel TEL Tel ID "
    r"id"
)
_ROLE_WORDS = (
    r"证明 送达(?!人|回证) 回访 转账至 汇至 汇给 打给 付给 支付 发放给 专家 市民 诉求人 对象 "
    r"关于 委托 同意 授权 通知 责令 救助 补助 帮助 其中 因 经 据 姓名 名字 联系人 申请人 当事人 "
    r"居民 村民 负责人 法定代表人 代表人 法人 业主 户主 经办人 员工 群众 患者 学生 驾驶员 司机 "
    r"男子 女子 被告人? 原告 被处罚人 投诉人 举报人 来电人 来信人 收件人 代理人 委托人 证人 "
    r"监护人 持卡人 开户人 户名 受理人 考生 职工 人员 患儿 母亲 父亲 丈夫 妻子 儿子 女儿 配偶 "
    r"房主 房东 租户 商户 经营者 摊主 车主 死者 伤者 嫌疑人 信访人 反映人 被申请人 第三人 "
    r"退休人员 低保户 同志 家属 公民 会员 用户 客户 由 向 与 和 对 给 将 致 找 及 或 是 为 请"
)
_LABELS = re.compile(
    rf"(?:{either('|'.join(_LABEL_WORDS.split()))}"
    r"|[0-9]{4}[年.\-/][0-9]{1,2}[月.\-/](?:[0-9]{1,2}日?)?"
    r"|[\s,，、:：;；（()）|/\"“”'\-—_＋+86]{1,6}"
    r"|[（(][^（）()]{0,14}[）)]|</?[a-z]{1,6}(?: [^<>\n]{0,30})?>|[A-Za-z_]{2,16}(?=\W*$))$"
)
# Every word for a person ends in one of a few signs.
_ROLE = re.compile(f"(?:{either('|'.join(_ROLE_WORDS.split()))}|[\u4e00-\u9fff][长人员者户民师])$")
# Words of one sign lead to a name only right before a number.
_ROLES = either("|".join(word for word in _ROLE_WORDS.split() if len(word) > 1))
_ROLE_WHOLE = re.compile(f"(?:{_ROLES}|{either('|'.join(_LABEL_WORDS.split()))})")
# Whoever is named: by a role, or at the begin of a line, cell or clause.
_SOMEBODY = (
    rf"(?:{_ROLES}|[\u4e00-\u9fff](?:人员|[人员者主户民方])"
    r"|本人|我叫|我是|名下|支付给|打入|请与|请找|兹有|因)"
    r"(?:[（(][^（）()\n]{1,10}[）)])?[:：为是叫\s]{0,3}"
)
_NAME = (
    r"(?=(?P<name>[\u4e00-\u9fff]{2,4}?|[\u4e00-\u9fff]{1,8}(?:[·•][\u4e00-\u9fff]{1,8}){1,3})"
    r"(?:[\s,，、。；;：:（()）|]|账户|联系|的|同志|女士|先生|等[0-9一二三四五六七八九十]+[人户名]|$"
    r"|在|于|通过|反映|来电|来信|来访|称|因|系|持|驾驶|擅自|将|自[0-9]|到|申请|投诉|举报|社保|老人|未"
    r"|本人|承租|遗失|信访|师傅|医生|律师|老师|提交|签订|领取|要求|购买|户籍|名下))"
)
_LED = re.compile(
    rf"(?:{_SOMEBODY}|^[ \t\u3000]*|[\t|,，;；。、:：（(由与经请向对给为的被]"
    rf"|关于|家长|保安){_NAME}",
    re.M,
)
_OF_ROLE = re.compile(_SOMEBODY + _NAME, re.M)
# Beside an address or a number, after it: whoever is named by a role, or alone in its clause.
_LED_AFTER = re.compile(
    rf"[^\n。；;]{{0,16}}?(?:{_ROLES}|[\u4e00-\u9fff][人员者主户民方])[:：为是\s]{{0,2}}"
    r"(?=(?P<name>[\u4e00-\u9fff]{2,4}?)(?:[\s,，、。；;（()）|]|的|同志|女士|先生|$))",
    re.M,
)
_RIGHT_AFTER = re.compile(
    r"[ \t\u3000,，|]{0,3}(?:的|住户|居民|业主)?(?P<name>[\u4e00-\u9fff]{2,4}?)"
    r"(?:[\s,，、。；;（()）|]|老人|同志|女士|先生|家|$)",
    re.M,
)
_AND = re.compile(r"[\u4e00-\u9fff·]{2,16}[、和与及]$")
_TITLES = re.compile(
    r"(?:同志|先生|女士|小姐|老师|师傅|医生|大夫|律师|[科处局校院所站]长|主任|队长|书记|经理|教授|老人)$"
)
_BACK, _SENTENCE, _AHEAD, LINES = 160, 60, 40, 4
_STOP = re.compile(r"[。；;\n\r\t]")
_CHUNK = re.compile(r"[\u4e00-\u9fff]{1,16}(?:[·•][\u4e00-\u9fff]{1,8}){0,3}$")
_NOT_GIVEN = frozenset(
    "的了是在与及或等局科室委会码话址部门厅处费据款元们其此该本每各个第区县市镇街路村号楼层栋幢路线网站点"
    "所院校厂店司组队团联系某电租访诉"
)
_AFTER = re.compile(
    r"[\s]?[（(,，][\s]?(?:姓名[:：]?|户名[:：]?|系|联系人[:：]?|持卡人[:：]?)?"
    r"([\u4e00-\u9fff·]{2,5})(?=[）),，。；\s]|$)"
)


def hits(text: str, beside: Iterable[Hit], lexicon: Lexicon) -> Iterator[Hit]:
    """Find the names that stand beside numbers of people, or beside their addresses."""
    for number in beside:
        if number.kind not in (*STRONG, *_WEAK):
            continue
        found = (
            _before(text, number, lexicon)
            or _after(text, number, lexicon)
            or _further_before(text, number, lexicon)
            or _further_after(text, number, lexicon)
        )
        if found:
            sure = 0.9 if number.kind in STRONG else 0.7
            others = [*_joined(text, found[0], lexicon), *_of_a_role(text, number, lexicon)]
            for place in dict.fromkeys((found, *others)):
                yield hit(Kind.NAME_WITH_ID, *place, sure)


def is_name(word: str, lexicon: Lexicon) -> bool:
    """Whether a word is written as a Chinese name: a surname, and one or two signs."""
    if word in lexicon.not_names or word[:2] in lexicon.not_names or _ROLE_WHOLE.match(word):
        return False
    if _TITLES.search(word):
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


def _further_after(text: str, number: Hit, lexicon: Lexicon) -> tuple[int, int] | None:
    """Find the person whom the rest of the line tells of, by a role or right behind."""
    high = text.find("\n", number.end, number.end + _AHEAD)
    high = number.end + _AHEAD if high < 0 else high
    for expression in (_RIGHT_AFTER, _LED_AFTER):
        found = expression.match(text, number.end, high)
        if found and is_name(found["name"], lexicon):
            return found.span("name")
    return None


def _of_a_role(text: str, number: Hit, lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    """Yield who else is named by a role in the same sentence before a number, such as a patient."""
    low = max(0, number.start - _SENTENCE)
    for match in _OF_ROLE.finditer(text, low, number.start):
        rest = text[match.end("name") : number.start]
        if is_name(match["name"], lexicon) and not _STOP.search(rest):
            yield match.span("name")


def _joined(text: str, start: int, lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    """Yield the names that are joined to one by a comma or an "and" before it."""
    while found := _AND.search(text, max(0, start - 20), start):
        end = start - 1
        name = _name_at_end(text[found.start() : end], lexicon, sure=False)
        if name is None:
            return
        start = end - len(name)
        yield start, end


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
