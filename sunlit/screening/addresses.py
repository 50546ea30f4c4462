"""Home addresses down to the dwelling; the street address of an office is none."""

import re

from sunlit.screening.kinds import Hit, Kind, hit
from sunlit.screening.seen import either

BACK, AHEAD = 48, 44
_N = r"[0-9０-９A-Za-z一二三四五六七八九十百零〇]{1,6}"
_ROOM = rf"{_N} ?(?:室|号房|房|户)"
_LIVES = re.compile(
    either(
        r"(?:家庭住址|家庭地址|现住址|现住|住址|户籍地址|户籍所在地|户籍地|经常居住地|居住地址?"
        r"|家住|居住于|居住在|租住于?在?|住于|住在|住所地|收货地址|送达地址)"
    )
    + r"(?:[为是于在:：]|\s){0,3}(?P<home>[\u4e00-\u9fff0-9０-９A-Za-z·（）()—－\- ]{2,48}?"
    rf"{_N} ?(?:号|號|室|户|组|幢|栋|号楼|弄|单元|楼)"
    r"(?:[0-9０-９A-Za-z一二三四五六七八九十幢栋单元室号楼户组附之层 \-－]*"
    r"(?:室|户|号|组|幢|栋|楼|元|[0-9０-９]))?)"
)
_PLACE = (
    r"(?:路|街|巷|弄|村|小区|花园|公寓|苑|家园|社区|新村|坊|里|庭|府|城|湾|居|墅|寓|园|邸|大道"
    r"|胡同|镇|乡|楼|院|区|轩|阁|郡|都)"
)
_DWELLING = re.compile(
    rf"(?P<head>[\u4e00-\u9fff0-9０-９·]{{1,40}}?{_PLACE})(?:{_N} ?号(?:院|大院)?)?"
    rf"(?:（[^）]{{1,12}}）)? ?"
    rf"(?:{_N} ?(?:号楼|幢|栋|座|弄|号) ?(?:{_N} ?(?:单元|门) ?)?"
    rf"(?:{_ROOM}|{_N}(?![\u4e00-\u9fff0-9]))"
    rf"|{_N} ?(?:单元|门) ?(?:{_ROOM}|{_N}(?![\u4e00-\u9fff0-9]))"
    rf"|{_N} ?组 ?{_N} ?号"
    rf"|{_N}[-－—]{_N}(?:[-－—]{_N})? ?(?:室|号)"
    rf"|{_ROOM})"
)
_OFFICE = re.compile(
    r"大厦|大楼|办公|行政中心|服务中心|会议|开标|评标|招标|窗口|委员会|管理局|执法局|公司|法院"
    r"|检察院|仲裁|中心|市政府|广场|局|报名|考场|培训|档案"
)
_HOMELY = re.compile(
    r"业主(?!委|大会)|产权人|房主|物业费|小区|花园|公寓|新村|家园|苑|里|庭|府|墅|住|家|单元|坊|湾|居|城|轩|郡|邸|户|组"
    r"|[0-9]+[-－—][0-9]+[-－—][0-9]+ ?室|[一二三四五六七八九]区"
)

_BUILDING = re.compile(r"[幢栋楼元].*室")


def address_near(text: str, start: int, end: int, *, of_somebody: bool) -> Hit | None:
    """Return the home address around an anchor word, if there is one.

    `of_somebody`: a person is named close by, so that a room in a building is where one lives.
    """
    low = max(0, start - BACK)
    line = text.rfind("\n", low, start) + 1
    low = max(low, line)
    high = text.find("\n", end, end + AHEAD)
    high = min(len(text), end + AHEAD) if high < 0 else high
    window = text[low:high]
    for lives in _LIVES.finditer(window):
        if lives.start() <= end - low and start - low <= lives.end():
            if re.search(r"办公|大厦|窗口", lives["home"]):
                break
            home = lives.span("home")
            return hit(Kind.ADDRESS, low + home[0], low + home[1], 0.9)
    for match in _DWELLING.finditer(window):
        if (
            match.start() <= end - low <= match.end() + 1
            or match.start() <= start - low < match.end()
        ):
            begin = low + match.start() + _label(match[0])
            context = text[max(line, begin - 16) : low + match.end()]
            lived_in = _HOMELY.search(context) or (of_somebody and _BUILDING.search(match[0]))
            if _OFFICE.search(context) or not lived_in:
                return None
            return hit(Kind.ADDRESS, begin, low + match.end(), 0.75)
    return None


def _label(text: str) -> int:
    """How much of the begin is not address but the word that leads to it."""
    found = re.match(
        r".*(?:住址|地址|位于|家住|现住|住在|居住于|居住在|租住|坐落|住|在|至|到|为)", text
    )
    return found.end() if found and found.end() < len(text) - 6 else 0
