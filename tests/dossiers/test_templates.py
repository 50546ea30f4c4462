"""Templates of stages: established, revised from a day on, ended; a dossier keeps its version."""

from dataclasses import replace
from datetime import date

import pytest

from sunlit.dossiers import services, vocabulary
from sunlit.dossiers.forms import RevisionForm, TemplateForm
from sunlit.dossiers.forms.templates import written
from sunlit.dossiers.keeping import template_in_force, templates_in_force
from sunlit.dossiers.models import Stage
from sunlit.dossiers.rules import StageRule
from sunlit.dossiers.selectors import publication_clock, stage_rules, stages_overdue
from sunlit.kernel.limits import Unit
from sunlit.kernel.refusals import NotPermitted, Unacceptable, WrongMoment
from sunlit.ledger.models import Entry
from sunlit.organization.models import Role
from tests.dossiers import factories
from tests.dossiers.factories import OPENED, STAGES
from tests.organization.factories import agency, official

pytestmark = pytest.mark.django_db

LATER = date(2012, 9, 3)


def opened_by(code, number="BC01", on=OPENED):
    return services.open_dossier(
        agency=agency(),
        by=official(Role.CLERK, username=f"opens-{number}"),
        today=on,
        kind=code,
        code=number,
        title="征收补偿公开",
        office="",
        basis_document="",
    )


def test_a_dossier_of_an_own_template_gets_its_stages_and_rests_on_it():
    template = factories.template()

    dossier = opened_by("relocation")

    assert [stage.name for stage in dossier.stages.order_by("seq")] == [
        "公告",
        "公示",
        "复查",
        "决定",
    ]
    assert dossier.template == template
    assert dossier.kind_name == "征收补偿"
    assert Entry.objects.filter(event="TemplateEstablished").exists()


def test_the_templates_of_the_program_hold_until_the_agency_sets_its_own():
    before = {one.code: one.record for one in templates_in_force(agency(), on=OPENED)}
    assert before == {"recruitment": None, "tender": None}

    stages = vocabulary.stages()["tender"]
    own = factories.template("tender", kind="tender", name="户外广告招标", stages=stages)

    after = {one.code: one.record for one in templates_in_force(agency(), on=OPENED)}
    assert after == {"recruitment": None, "tender": own}


def test_a_revision_holds_for_what_is_opened_later_and_leaves_the_rest():
    factories.template()
    first = opened_by("relocation")

    services.revise_template(
        record_id=template_in_force(agency(), "relocation", on=OPENED).record.pk,
        by=factories.keeper(),
        today=OPENED,
        name="征收补偿",
        since=LATER,
        document="城管〔2012〕50号",
        stages=STAGES[:2],
    )

    second = opened_by("relocation", "BC02", on=LATER)
    assert first.stages.count() == 4
    assert second.stages.count() == 2
    assert opened_by("relocation", "BC03", on=OPENED).stages.count() == 4


def test_only_the_newest_version_is_revised():
    template = factories.template()
    by = factories.keeper()
    again = {
        "by": by,
        "today": OPENED,
        "name": "征收补偿",
        "document": "文件",
        "stages": STAGES,
    }
    services.revise_template(record_id=template.pk, since=LATER, **again)

    with pytest.raises(WrongMoment):
        services.revise_template(record_id=template.pk, since=date(2012, 10, 8), **again)


def test_no_dossier_is_opened_by_a_template_that_has_ended():
    template = factories.template()
    services.end_template(record_id=template.pk, by=factories.keeper(), today=OPENED)

    with pytest.raises(Unacceptable, match="relocation"):
        opened_by("relocation")


def test_a_clerk_keeps_no_templates():
    with pytest.raises(NotPermitted):
        factories.template(by=official(Role.CLERK, username="clerk"))


@pytest.mark.parametrize(
    ("changes", "word"),
    [
        ({"stages": ()}, "至少"),
        ({"stages": (StageRule("公告"), StageRule("公告"))}, "重复"),
        ({"stages": (StageRule("公告", within=21),)}, "法定期限"),
        ({"since": date(2012, 6, 19)}, "过去"),
    ],
)
def test_what_cannot_stand_in_a_template_is_refused(changes, word):
    with pytest.raises(Unacceptable, match=word):
        factories.template(**changes)


def test_a_code_has_one_template_at_a_time():
    factories.template()
    with pytest.raises(Unacceptable, match="relocation"):
        factories.template()


def test_a_template_cannot_shorten_or_leave_out_a_notice_that_the_law_asks_for():
    usual = vocabulary.stages()["recruitment"]
    short = [replace(one, least_days=1) if one.name == "拟聘公示" else one for one in usual]
    without = [one for one in usual if one.name != "拟聘公示"]
    optional = [replace(one, is_required=one.name != "拟聘公示") for one in usual]
    for stages in (short, without, optional):
        with pytest.raises(Unacceptable, match="拟聘公示") as refusal:
            factories.template("recruitment", kind="recruitment", stages=stages)
        assert refusal.value.basis is not None


def test_a_code_of_the_program_is_no_way_round_what_its_law_asks_for():
    with pytest.raises(Unacceptable, match="recruitment"):
        factories.template("recruitment", kind="other")


def test_the_programs_template_holds_again_when_the_own_one_has_ended():
    own = factories.template("tender", kind="tender", stages=vocabulary.stages()["tender"])
    services.end_template(record_id=own.pk, by=factories.keeper(), today=OPENED)

    assert template_in_force(agency(), "tender", on=OPENED).record is None


def test_a_dossier_keeps_what_was_asked_when_it_was_opened():
    dossier = factories.dossier()
    assert [one["name"] for one in dossier.asked][:2] == ["选招公告", "报名"]
    assert stage_rules(dossier)["拟聘公示"].least_days == 7


def test_a_promise_of_a_template_runs_faster_than_the_law():
    factories.template()
    dossier = opened_by("relocation")
    Stage.objects.filter(dossier=dossier, seq__lte=2).update(starts_on=OPENED, ends_on=OPENED)
    first, second = dossier.stages.filter(seq__lte=2).order_by("seq")

    assert publication_clock(first).due_on == date(2012, 6, 28)  # 22 June was a holiday
    assert publication_clock(second).due_on > date(2012, 7, 17)
    assert [one.seq for one in stages_overdue(agency(), on=date(2012, 7, 2))] == [1]


def test_an_optional_stage_holds_nothing_up():
    factories.template()
    dossier = opened_by("relocation")
    factories.publish_all(dossier, until=2)
    last = dossier.stages.get(seq=4)

    published = services.publish_stage(
        record_id=last.pk,
        by=official(Role.CLERK, username="publishes"),
        today=LATER,
        starts_on=LATER,
        ends_on=LATER,
        result="作出补偿决定并公布",
    )

    assert published.is_public


# The form


def typed(stages, **more):
    return {
        "code": "relocation",
        "name": "征收补偿",
        "kind": "other",
        "since": "2012-06-20",
        "document": "文件",
        "stages": stages,
    } | more


def form_of(stages):
    return TemplateForm(typed(stages), by=official(Role.APPROVER, username="types"))


def test_stages_are_read_line_by_line():
    form = form_of(
        "公告 | 事项和办法 | 5个工作日 | | | 公告/通告 时间\n\n"
        "公示\t结果\t3日\t7\n复查 ||||可选\n决定｜｜｜｜定"
    )

    assert form.is_valid(), form.errors
    first, second, third, fourth = form.cleaned_data["stages"]
    assert (first.within, first.unit) == (5, Unit.WORKING_DAY)
    assert first.words == (("公告", "通告"), ("时间",))
    assert (second.within, second.unit, second.least_days) == (3, Unit.CALENDAR_DAY, 7)
    assert not third.is_required
    assert fourth.decides


@pytest.mark.parametrize("kind", vocabulary.stages())
def test_what_is_written_is_read_again_as_it_was(kind):
    usual = list(vocabulary.stages()[kind])
    usual[0] = replace(usual[0], is_required=False, decides=True, words=(("公告", "通告"),))
    form = form_of(written(usual))

    assert form.is_valid(), form.errors
    assert form.cleaned_data["stages"] == usual


@pytest.mark.parametrize(("kind", "code"), [("tender", "tender"), ("other", None)])
def test_a_template_without_a_code_stands_in_the_place_of_the_programs_own(kind, code):
    by = official(Role.APPROVER, username="types")
    form = TemplateForm(typed("公告", code="", kind=kind), by=by)

    assert form.is_valid() is (code is not None)
    if code:
        assert form.cleaned_data["code"] == code
    else:
        assert "code" in form.errors


def test_an_empty_cell_of_a_table_stays_empty():
    form = form_of("评标\t\t\t5日")

    assert form.is_valid(), form.errors
    (read,) = form.cleaned_data["stages"]
    assert (read.must, read.within, read.least_days) == (None, 0, 5)


@pytest.mark.parametrize(
    ("line", "word"),
    [
        ("| 内容", "名称"),
        ("公告 | 内容 | 很快", "很快"),
        ("公告 | 内容 | 0", "天数"),
        ("公告 | 内容 | 500日", "天数"),
        ("公告 | 内容 | 5日 | 7日 | 随便", "随便"),
        ("公" * 101, "过长"),
    ],
)
def test_each_fault_names_its_line(line, word):
    form = form_of(f"公告\n{line}")

    assert not form.is_valid()
    assert "第2行" in str(form.errors["stages"])
    assert word in str(form.errors["stages"])


def test_a_revision_begins_with_what_holds():
    template = factories.template()

    form = RevisionForm(None, record=template, by=official(Role.APPROVER, username="sees"))

    assert "公告 | 事项和办法 | 5个工作日" in form.initial["stages"]


# In public


def test_the_public_reads_what_is_promised(client, settings):
    settings.SUNLIT_TODAY = OPENED
    factories.template()

    page = client.get("/dossiers/templates/").content.decode()

    assert "征收补偿" in page
    assert "5个工作日" in page
    assert "拟聘公示" in page


def test_a_stage_that_is_late_says_so_in_public_with_days_and_article(client, settings):
    factories.template()
    dossier = opened_by("relocation")
    Stage.objects.filter(dossier=dossier, seq=1).update(starts_on=OPENED, ends_on=OPENED)
    settings.SUNLIT_TODAY = date(2012, 7, 4)

    page = client.get(dossier.get_absolute_url()).content.decode()

    assert "逾期6日" in page
    assert "逾期未公开" in page
    assert "第十八条" in page
