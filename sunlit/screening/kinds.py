"""What is found: the kinds, what each means for the reviewer, and a finding itself."""

import hashlib
from dataclasses import dataclass
from enum import StrEnum

from sunlit.kernel.wording import Wording


class Kind(StrEnum):
    """What a finding is; the values stand in the JSON answer."""

    ID_NUMBER = "id_number"
    MOBILE = "mobile"
    LANDLINE = "landline"
    BANK_CARD = "bank_card"
    PLATE = "plate"
    PASSPORT = "passport"
    ADDRESS = "address"
    EMAIL = "email"
    ONLINE_ACCOUNT = "online_account"
    NAME_WITH_ID = "name_with_id"
    HEALTH = "health"
    SECRECY_MARK = "secrecy_mark"
    FORBIDDEN_WORD = "forbidden_word"
    WRONG_WORD = "wrong_word"
    HIDDEN_CONTENT = "hidden_content"
    METADATA = "metadata"


TITLES = {
    Kind.ID_NUMBER: Wording("居民身份证号码", "resident ID number"),
    Kind.MOBILE: Wording("手机号码", "mobile number"),
    Kind.LANDLINE: Wording("固定电话", "landline number"),
    Kind.BANK_CARD: Wording("银行卡号", "bank card number"),
    Kind.PLATE: Wording("机动车号牌", "number plate"),
    Kind.PASSPORT: Wording("护照、通行证号码", "passport or travel permit"),
    Kind.ADDRESS: Wording("家庭住址", "home address"),
    Kind.EMAIL: Wording("电子邮箱", "e-mail address"),
    Kind.ONLINE_ACCOUNT: Wording("微信、QQ等网络账号", "account on a network"),
    Kind.NAME_WITH_ID: Wording(
        "姓名与证件、电话、住址并列", "name beside an ID, a phone number or an address"
    ),
    Kind.HEALTH: Wording("个人健康信息", "health of a named person"),
    Kind.SECRECY_MARK: Wording("密级或内部标志", "secrecy or internal mark"),
    Kind.FORBIDDEN_WORD: Wording("禁用词", "forbidden word"),
    Kind.WRONG_WORD: Wording("错别字", "wrong word"),
    Kind.HIDDEN_CONTENT: Wording("隐藏内容", "hidden content"),
    Kind.METADATA: Wording("文件属性", "metadata"),
}

HINTS = {
    Kind.ID_NUMBER: Wording(
        "公开前遮盖出生日期等中间各位。", "Mask the middle digits before publication."
    ),
    Kind.MOBILE: Wording("公开前遮盖中间四位。", "Mask the middle four digits."),
    Kind.LANDLINE: Wording(
        "如是私人电话，公开前删去。", "Take it out if it is a private telephone."
    ),
    Kind.BANK_CARD: Wording("公开前遮盖，仅留后四位。", "Mask all but the last four digits."),
    Kind.PLATE: Wording("公开前遮盖号牌后几位。", "Mask the end of the plate."),
    Kind.PASSPORT: Wording("公开前遮盖证件号码。", "Mask the number of the document."),
    Kind.ADDRESS: Wording(
        "公开到街道、社区即可。", "The street or community is enough; leave the dwelling out."
    ),
    Kind.EMAIL: Wording("如是私人邮箱，公开前删去。", "Take it out if it is a private address."),
    Kind.ONLINE_ACCOUNT: Wording(
        "如是私人账号，公开前删去。", "Take it out if it is a private account."
    ),
    Kind.NAME_WITH_ID: Wording(
        "姓名与证件、电话或住址并列，可识别到个人，公开前隐去其一。",
        "A name beside a number or an address identifies a person; mask one of them.",
    ),
    Kind.HEALTH: Wording(
        "健康状况属于敏感个人信息，公开前删去。",
        "Health is sensitive personal information; take it out.",
    ),
    Kind.SECRECY_MARK: Wording(
        "带有密级或内部标志，先经保密审查。",
        "It bears a secrecy or internal mark; have it reviewed first.",
    ),
    Kind.FORBIDDEN_WORD: Wording("此用语不宜使用。", "This wording is not to be used."),
    Kind.WRONG_WORD: Wording("疑为错别字。", "Probably a wrong word."),
    Kind.HIDDEN_CONTENT: Wording(
        "页面上看不到、文件中仍存在，公开前清除。",
        "It is not seen on the page but still in the file; remove it.",
    ),
    Kind.METADATA: Wording(
        "文件属性随文件一并公开，公开前清除。", "Properties go out with the file; clear them."
    ),
}


@dataclass(frozen=True, slots=True)
class Finding:
    """Something found. `start` and `end` point into the text that was given.

    `confidence`: from 0 to 1, how likely it is what its kind says and matters.
    """

    kind: Kind
    text: str
    start: int
    end: int
    confidence: float
    hint: Wording
    place: Wording = Wording("", "")  # noqa: RUF009 (frozen, so one for all is safe)

    @property
    def fingerprint(self) -> str:
        """The same thing found anew has the same one; it hides the text only from the eye."""
        content = f"{self.kind}\0{self.text}".encode("utf-8", "surrogatepass")
        return hashlib.sha256(content).hexdigest()[:32]


@dataclass(frozen=True, slots=True)
class Hit:
    """A finding in the text as it is seen, before its place in the given text is known."""

    kind: Kind
    start: int
    end: int
    confidence: float
    hint: Wording


def hit(kind: Kind, start: int, end: int, confidence: float, hint: Wording | None = None) -> Hit:
    """Note a hit, with the hint of its kind unless there is a better one."""
    return Hit(kind, start, end, confidence, hint or HINTS[kind])
