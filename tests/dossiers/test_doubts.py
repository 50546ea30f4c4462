"""Half and fake disclosure is found by rule, shown inside, and answered for the text as it is."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import given
from hypothesis import strategies as st

from sunlit.dossiers import services
from sunlit.dossiers.doubts import ALIKE, DoubtKind, StageSeen, doubts
from sunlit.dossiers.models import Dossier, Stage
from sunlit.dossiers.rules import StageDays, StageRule
from sunlit.dossiers.seeing import doubts_about, doubts_of_agency
from sunlit.dossiers.telling import SAID, TO_DO, said, to_do
from sunlit.dossiers.waiting import stages_unpublished
from sunlit.kernel.refusals import NotPermitted, Unacceptable, WrongMoment
from sunlit.organization.models import Official, Role
from tests.dossiers import factories
from tests.organization.factories import agency, official

DAY = date(2012, 7, 2)
RULES = {
    "公告": StageRule("公告", words=(("岗位", "职位"),)),
    "报名": StageRule("报名"),
    "公示": StageRule("公示", least_days=7),
    "聘用": StageRule("聘用", decides=True),
    "复查": StageRule("复查", is_required=False),
}
TEXTS = {
    "公告": "公布招聘岗位九个，报名自七月九日起，笔试面试办法见正文",
    "报名": "共有一百八十七人报名，各岗位报名人数已列表公布",
    "公示": "公示拟聘人员九人，监督电话一部，收到反映零件",
    "聘用": "九人签订聘用合同，聘用结果按准考证号公布",
    "复查": "复查结果已于网站公布，没有变化",
}


def stage(seq, name, first=0, last=0, *, shown=0, text=None, **more):
    """Return a stage; days are counted from 2 July 2012, `shown` None: not public."""
    start, end = DAY + timedelta(days=first), DAY + timedelta(days=last)
    published = None if shown is None else start + timedelta(days=shown)
    days = StageDays(seq, name, start, end, published)
    return StageSeen(days, TEXTS[name] if text is None else text, **more)


def whole():
    return [
        stage(1, "公告", 0, 4),
        stage(2, "报名", 7, 11),
        stage(3, "公示", 20, 28),
        stage(4, "聘用", 30, 30),
    ]


def kinds(stages, others=()):
    return [(one.kind, one.seq) for one in doubts(stages, RULES, others)]


def with_stage(changed):
    return [changed if one.days.seq == changed.days.seq else one for one in whole()]


def test_a_whole_dossier_raises_no_doubt():
    assert kinds(whole()) == []


@pytest.mark.parametrize(
    ("changed", "kind"),
    [
        (stage(2, "报名", 7, 11, shown=None), DoubtKind.SKIPPED),
        (stage(3, "公示", 5, 28), DoubtKind.BEFORE_CAUSE),
        (stage(4, "聘用", 25, 30), DoubtKind.BEFORE_CAUSE),
        (stage(3, "公示", 20, 25), DoubtKind.TOO_SHORT),
        (stage(3, "公示", 20, 28, shown=4), DoubtKind.TOO_SHORT),
        (stage(2, "报名", 7, 11, text=""), DoubtKind.HOLLOW),
        (stage(2, "报名", 7, 11, text="略。"), DoubtKind.HOLLOW),
        (stage(2, "报名", 7, 11, text="已公布，按规定完成"), DoubtKind.HOLLOW),
        (stage(2, "报名", 7, 11, text="各岗位报名人数详见附件"), DoubtKind.NO_FILE),
        (stage(4, "聘用", 30, 30, text=TEXTS["公示"]), DoubtKind.COPIED),
        (stage(2, "报名", 7, 11, gone=("GK-1",)), DoubtKind.GONE),
        (stage(2, "报名", 7, 11, files=1, unreadable=("名单.xlsx",)), DoubtKind.UNREADABLE),
        (stage(1, "公告", 0, 4, text="公开选招工作人员，欢迎参加"), DoubtKind.LACKS),
    ],
)
def test_each_doubt_is_found_and_is_the_only_one(changed, kind):
    assert kinds(with_stage(changed)) == [(kind, changed.days.seq)]


def test_a_file_says_what_the_text_points_to():
    assert kinds(with_stage(stage(2, "报名", 7, 11, text="各岗位报名人数详见附件", files=1))) == []


def test_a_stage_that_may_be_left_out_is_not_missed():
    optional = stage(2, "复查", 7, 11, shown=None)
    assert kinds(with_stage(optional)) == []


def test_a_stage_to_come_is_no_doubt():
    assert kinds([*whole()[:3], stage(4, "聘用", 30, 30, shown=None)]) == []


@pytest.mark.parametrize(
    "text", ["公示无异议", "9人考察合格", "发出通知书", "收到异议1件，已书面答复"]
)
def test_a_short_true_result_is_not_hollow(text):
    assert kinds(with_stage(stage(2, "报名", 7, 11, text=text))) == []


@pytest.mark.parametrize("text", ["报名", "报名已按规定完成", "2012年7月", "无", "——"])
def test_a_text_that_says_only_that_it_happened_is_hollow(text):
    assert kinds(with_stage(stage(2, "报名", 7, 11, text=text))) == [(DoubtKind.HOLLOW, 2)]


def test_the_form_that_many_texts_share_is_no_copy():
    form = "根据事业单位公开招聘人员暂行规定，现将本次公开招聘有关情况公布如下，欢迎监督："
    others = [(f"ZP0{n}/2", f"{form}第{n}批") for n in range(5)]
    mine = stage(2, "报名", 7, 11, text=f"{form}共有一百八十七人")
    assert kinds(with_stage(mine), others) == []


def test_a_text_of_another_dossier_is_known_again():
    copied = [("ZP00/2", TEXTS["报名"])]
    (found,) = doubts(whole(), RULES, copied)
    assert found.kind == DoubtKind.COPIED
    assert found.values["other"] == "ZP00/2"


def test_the_same_form_with_other_figures_is_no_copy():
    other = TEXTS["报名"].replace("一百八十七", "二百零三").replace("各岗位", "三个岗位")
    assert kinds(whole(), [("ZP00/2", other)]) == []


@given(st.text(alphabet="招标公告报名人数一二三四五六七八九十，。", min_size=30, max_size=80))
def test_a_copy_is_found_whatever_it_says(text):
    found = kinds([stage(1, "报名", 0, 1, text=text), stage(2, "复查", 3, 4, text=text)])
    assert (DoubtKind.COPIED, 2) in found or found[0][0] == DoubtKind.HOLLOW


@given(st.integers(1, 20), st.integers(0, 20))
def test_a_notice_stands_from_the_day_on_which_it_is_public(lasts, late):
    last = lasts - 1
    shown = stage(3, "公示", 20, 20 + last, shown=late)
    too_short = lasts - late < 7
    assert ((DoubtKind.TOO_SHORT, 3) in kinds([shown])) is too_short


def test_every_doubt_can_be_said_and_what_to_do():
    assert SAID.keys() == TO_DO.keys() == set(DoubtKind)
    for one in doubts(with_stage(stage(3, "公示", 20, 25)), RULES):
        assert said(one)
        assert to_do(one)
    assert ALIKE < 1


# On records


def clerk():
    kept = Official.objects.filter(username="answers").first()
    return kept or official(Role.CLERK, username="answers")


@pytest.mark.django_db
class TestAtTheDesk:
    """The doubts about records, and their answers."""

    @staticmethod
    def answer(stage, **changes):
        (raised, *_rest) = doubts_about(stage)
        terms = {
            "record_id": stage.pk,
            "by": clerk(),
            "today": DAY,
            "doubt": f"{raised.doubt.kind.value}:{raised.doubt.digest}",
            "reason": "本环节只有一句话的结果",
        }
        return services.answer_doubt(**(terms | changes))

    def test_a_hollow_stage_waits_for_the_clerk(self):
        stage = factories.doubted()
        waiting = [one for one in stages_unpublished(agency(), DAY) if one.act == "answer-doubt"]
        assert [one.record.pk for one in waiting] == [stage.pk]

    def test_an_answered_doubt_waits_no_more(self):
        stage = factories.doubted()
        self.answer(stage)
        assert doubts_about(stage)[0].answer.reason == "本环节只有一句话的结果"
        assert not [one for one in stages_unpublished(agency(), DAY) if one.act == "answer-doubt"]

    def test_an_answer_does_not_hold_for_another_text(self):
        stage = factories.doubted()
        self.answer(stage)
        Stage.objects.filter(pk=stage.pk).update(result="无")
        assert doubts_about(Stage.objects.get(pk=stage.pk))[0].answer is None

    def test_a_doubt_that_is_gone_is_not_answered(self):
        stage = factories.doubted()
        with pytest.raises(Unacceptable):
            self.answer(stage, doubt="hollow:0000")

    def test_what_raises_no_doubt_is_not_answered(self):
        stage = factories.doubted()
        self.answer(stage)
        with pytest.raises(WrongMoment):
            self.answer(stage)

    def test_an_approver_answers_no_doubt(self):
        stage = factories.doubted()
        with pytest.raises(NotPermitted):
            self.answer(stage, by=official(Role.APPROVER, username="approves"))

    def test_the_public_page_tells_facts_and_no_doubts(self, client, settings):
        settings.SUNLIT_TODAY = DAY
        stage = factories.doubted()
        page = client.get(stage.dossier.get_absolute_url()).content.decode()
        assert "空洞" not in page

    def test_more_dossiers_ask_no_more_queries(self):
        factories.doubted()
        with CaptureQueriesContext(connection) as one:
            doubts_of_agency(agency())
        for number in range(3):
            factories.publish_all(factories.dossier("tender", f"ZB0{number}"))
        with CaptureQueriesContext(connection) as four:
            found = doubts_of_agency(agency())
        assert len(found) == Dossier.objects.count() == 4
        assert len(four) == len(one)

    def test_days_are_set_before_a_stage_is_held_and_its_publication_is_due(self):
        made = factories.dossier()
        first = made.stages.get(seq=1)
        services.schedule_stage(
            record_id=first.pk,
            by=official(Role.SECTION_HEAD, username="sets"),
            today=factories.OPENED,
            starts_on=date(2012, 6, 25),
            ends_on=date(2012, 7, 6),
        )
        (waiting,) = [one for one in stages_unpublished(agency(), DAY) if one.record.pk == first.pk]
        assert waiting.due_on == date(2012, 8, 3)
