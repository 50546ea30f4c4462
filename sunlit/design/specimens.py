"""Made-up content for the live page of the components. No agency's, no person's."""

from datetime import date, datetime
from typing import Any

from django import forms
from django.core.paginator import Paginator
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from sunlit.design.markup import Mark, plain_html, to_html
from sunlit.design.pieces import (
    Bar,
    Cell,
    Column,
    Door,
    Entry,
    FileLine,
    FlowShown,
    FoundLine,
    HistoryLine,
    ShownText,
    Stage,
    Station,
    Step,
)
from sunlit.design.specimen_charts import specimen_charts
from sunlit.kernel.calendar import load_calendar
from sunlit.kernel.citations import Citation
from sunlit.kernel.clock import (
    Ended,
    Event,
    Extended,
    Limit,
    Paused,
    Reading,
    Resumed,
    Started,
    Unit,
    run,
)
from sunlit.kernel.hours import HourReading, run_hours
from sunlit.kernel.refusals import Refused, WrongMoment
from sunlit.kernel.wording import Wording
from sunlit.statutes.office_hours import usual_hours

TODAY = date(2012, 6, 27)
HERE = "#here"
ARTICLE = Citation(
    instrument="ogi_2007",
    article="24",
    zh="《中华人民共和国政府信息公开条例》(2007年)第二十四条",
    en="Open Government Information Regulations (2007), art. 24",
    in_force_from=date(2008, 5, 1),
    confidence="verified",
)
DOCUMENT = {
    "authority": "某市城市管理局",
    "number": "某城管〔2012〕18号",
    "title": "关于沿街店铺门前责任区管理的通知",
    "body": (
        "各中队、各科室：\n"
        "为了做好沿街店铺门前的市容环境卫生管理，现将有关事项通知如下。\n"
        "一、责任区的范围由各中队会同店铺划定，并在店铺门前公示。\n"
        "二、责任人应当保持责任区整洁，不得占道经营、乱堆物料。\n"
        "三、对责任区的划分有异议的，可以自公示之日起十五日内向我局提出。"
    ),
    "on": date(2012, 6, 8),
}
_LEFT_OUT = Wording("征求第三方意见", "a third party is being asked")


class SpecimenForm(forms.Form):
    """A form with one field of each kind, sent with mistakes in it."""

    subject = forms.CharField(
        label=gettext_lazy("What you would like to know"),
        help_text=gettext_lazy("One matter in each request. Name the document if you know it."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    days = forms.IntegerField(
        label=gettext_lazy("Working days"), min_value=1, max_value=20, initial=5
    )
    delivery = forms.ChoiceField(
        label=gettext_lazy("How the answer reaches you"),
        choices=[("post", gettext_lazy("By post")), ("desk", gettext_lazy("At the counter"))],
        widget=forms.RadioSelect,
    )
    phone = forms.CharField(label=gettext_lazy("Telephone"), required=False)


class SpecimenFilter(forms.Form):
    """A filter of a list."""

    words = forms.CharField(label=gettext_lazy("Words in the title"), required=False)
    year = forms.ChoiceField(
        label=gettext_lazy("Year"), choices=[("2012", "2012"), ("2011", "2011")], required=False
    )


def specimens() -> dict[str, Any]:
    """Return one of everything."""
    return {
        "today": TODAY,
        "doors": _doors(),
        "clocks": _clocks(),
        "hours": _hours(),
        "columns": _columns(),
        "rows": _rows(),
        "facts": _facts(),
        "bars": _bars(),
        "charts": specimen_charts(),
        "stations": _stations(),
        "levels": _levels(),
        "shown_text": _shown_text(),
        "files": _files(),
        "before": "一、门前责任区由经营者负责。\n二、每日清扫1次。\n三、垃圾入袋。",
        "after": "一、门前责任区由经营者负责。\n二、每日清扫2次,并冲洗。\n三、垃圾入袋。",
        "stages": _stages(),
        "steps": _steps(),
        "flow": _flow(),
        "lines": _lines(),
        "page_of_list": Paginator(range(117), 20).page(3),
        "form": SpecimenForm({"subject": "", "days": "40", "delivery": ""}, auto_id="wrong_%s"),
        "filter": SpecimenFilter({"year": "2012"}),
        "refused": refused(),
        "article": ARTICLE,
        "record_text": "关于沿街店铺门前责任区管理的通知",
        "desk_entries": _desk_entries(),
        "document": DOCUMENT,
    }


def refused() -> Refused:
    """Return a refusal, as a policy gives it."""
    return WrongMoment(
        Wording("答复期限已经延长过一次。", "The time limit has already been extended once."),
        Wording("请在到期日前答复。", "Reply by the due day."),
        ARTICLE,
    )


def _reading(*events: Event, amount: int = 15) -> Reading:
    limit = Limit(amount, Unit.WORKING_DAY, (ARTICLE,))
    return run(limit, events, load_calendar(), TODAY)


def _hours() -> HourReading:
    limit = Limit(8, Unit.WORKING_HOUR, (ARTICLE,))
    start = datetime(2012, 6, 21, 15, 0)  # noqa: DTZ001 (the office's own time)
    return run_hours(limit, start, load_calendar(), usual_hours())


def _clocks() -> list[tuple[str, Reading]]:
    began = Started(date(2012, 6, 8))
    third_party = Paused(date(2012, 6, 14), _LEFT_OUT)
    return [
        (_("Running, with a holiday in it"), _reading(began)),
        (
            _("Extended, with time left out"),
            _reading(
                Started(date(2012, 5, 14)),
                Paused(date(2012, 5, 18), _LEFT_OUT),
                Resumed(date(2012, 6, 4)),
                Extended(date(2012, 6, 5), 15),
            ),
        ),
        (_("Standing still"), _reading(began, third_party)),
        (_("Late"), _reading(Started(date(2012, 5, 28)))),
        (_("Done"), _reading(Started(date(2012, 5, 28)), Ended(date(2012, 6, 12)))),
    ]


def _doors() -> list[Door]:
    return [
        Door(_("Find"), _("Documents, rules, powers, figures"), HERE),
        Door(_("Apply"), _("For a licence, or for information"), HERE),
        Door(_("Complain"), _("By phone, by letter, here"), HERE),
        Door(_("Follow"), _("Your case, by number and code"), HERE),
    ]


def _columns() -> list[Column]:
    return [
        Column(_("Matter")),
        Column(_("Received")),
        Column(_("Stands at")),
        Column(_("Answered"), number=True),
    ]


def _rows() -> list[list[Any]]:
    return [
        [
            Cell("门前责任区划分图", HERE),
            date(2012, 6, 8),
            Cell(_("8 working days left"), state="in_time"),
            Cell(98, HERE, evidence=True),
        ],
        [
            Cell("户外广告设置规划", HERE),
            date(2012, 5, 30),
            Cell(_("Due tomorrow"), state="at_risk"),
            Cell(7, HERE, evidence=True),
        ],
        [Cell("占道经营处罚裁量标准", HERE), date(2012, 5, 2), Cell("", state="late"), 1040],
        [Cell("渣土运输许可名单", HERE), None, Cell("", state="paused"), 0],
    ]


def _facts() -> list[tuple[Any, Any]]:
    return [
        (_("Index number"), "000014349/2012-00110"),
        (_("Answers for it"), Cell("市容管理科", HERE)),
        (_("Made public on"), date(2012, 6, 8)),
        (_("Repealed on"), None),
        (_("Basis"), ARTICLE),
    ]


def _bars() -> list[Bar]:
    return [
        Bar(_("Street trade"), 121, HERE),
        Bar(_("Waste transport"), 74, HERE),
        Bar(_("Outdoor advertising"), 58, HERE),
        Bar(_("Noise"), 9, HERE),
    ]


def _stations() -> list[Station]:
    return [
        Station(_("Request"), _("A plan was asked for"), date(2012, 3, 5), HERE),
        Station(_("Refusal"), _("Not disclosed"), date(2012, 3, 26), HERE, "done", _("In time")),
        Station(
            _("Reconsideration"), _("Refusal set aside"), date(2012, 6, 1), HERE, "late", _("Lost")
        ),
        Station(_("New reply"), _("Disclosed in part"), None, HERE, "at_risk", "", here=True),
        Station(_("Annual report"), _("Table 3, line 2")),
    ]


def _files() -> list[FileLine]:
    hidden = Wording("隐藏的工作表 1 处", "hidden sheets: 1")
    return [
        FileLine("车辆检修表.xlsx", "#", 48_200, "XLSX", "逐车检修情况", (hidden,)),
        FileLine("检修说明.pdf", "#", 310_000, "PDF"),
    ]


def _shown_text() -> ShownText:
    number, kind = "138 0000 0000", str(_("mobile number"))
    begun = str(_("Who called: "))
    found = Mark(len(begun), len(begun) + len(number), kind)
    return ShownText(
        title=plain_html(str(_("A record's title")), ()),
        number=SafeString(),
        body=to_html(f"{begun}{number}.", lambda _name: None, top=3, marks=[found]),
        findings=[
            FoundLine(kind, number, 95, "", "late", _("To be answered")),
            FoundLine(kind, "12319", 60, "", "done", _("May stand"), str(_("The hotline"))),
        ],
        lexicon="2026-11-25",
    )


def _levels() -> list[Station]:
    return [
        Station(_("The head takes command"), _("Director"), date(2012, 2, 17), note=_("The plan")),
        Station(_("The leader in charge answers"), _("Deputy director"), note=_("What goes out")),
        Station(_("The office is responsible"), _("Head of the section"), url=HERE),
        Station(
            _("The person carries it out"),
            "",
            state="late",
            word=_("Nobody answers at this level"),
        ),
    ]


def _stages() -> list[Stage]:
    return [
        Stage(_("Announcement"), "done", date(2012, 3, 1), HERE),
        Stage(_("Written examination"), "done", date(2012, 4, 7), HERE),
        Stage(
            _("Names for the interview"),
            "missing",
            note=_("Owed since 20 April 2012; an alarm has gone out."),
        ),
        Stage(_("Public notice of the choice"), "now", url=HERE),
        Stage(_("Appointment"), "to_come"),
    ]


def _steps() -> list[Step]:
    return [
        Step(_("Take the application in"), _("Give a receipt."), _("Window"), _("same day")),
        Step(
            _("Check that it is complete"),
            _("Say all that is missing at once."),
            _("Section"),
            _("5 working days"),
            ARTICLE,
            here=True,
        ),
        Step(_("Decide"), _("Yes, or no with the reason."), _("Leader"), _("20 working days")),
    ]


def _flow() -> FlowShown:
    boxes = [(_("Take the application in"), "done", 10), (_("Decide"), "now", 230)]
    drawn = format_html_join(
        "",
        '<g class="flow__node flow__node--{}"><rect class="flow__shape" x="{}" y="20" width="160" '
        'height="56" rx="8"></rect><text x="{}" y="53" text-anchor="middle">{}</text></g>',
        [(state, x, x + 80, word) for word, state, x in boxes],
    )
    picture = format_html(
        '<svg class="flow" viewBox="0 0 400 96" role="img" aria-label="{}" font-size="14">'
        '<path class="flow__arrow flow__arrow--taken" d="M170 48H230" fill="none"></path>{}</svg>',
        _("Flow chart"),
        drawn,
    )
    said = [_("Second step: the case is here.")]
    changed = [_("A step was added: two officials look at the place.")]
    steps, since = _steps(), date(2004, 7, 1)
    return FlowShown(picture, steps, [], since, said, HERE, HERE, changes=changed)


def _lines() -> list[HistoryLine]:
    return [
        HistoryLine(date(2012, 6, 8), _("Received"), _("Window clerk"), ARTICLE, 4711, HERE),
        HistoryLine(date(2012, 6, 14), _("Third party asked"), "市容管理科科长", ARTICLE, 4780),
        HistoryLine(date(2012, 6, 26), _("Answered: disclosed"), _("Head of office"), ARTICLE),
    ]


def _desk_entries() -> list[Entry]:
    return [
        Entry(_("My work"), HERE, 12, current=True),
        Entry(_("Requests"), HERE, 3),
        Entry(_("Publication"), HERE),
    ]
