from datetime import date

import pytest

from sunlit.kernel.refusals import NotPermitted, Unacceptable, WrongMoment
from sunlit.ledger.models import Entry
from sunlit.measures.selectors import measure
from sunlit.organization.models import Agency, Official, Role
from sunlit.powers import selectors, services
from sunlit.powers.lifecycle import PowerStatus
from sunlit.powers.models import ChangeKind, Power, PowerChange
from tests.organization import factories as organization
from tests.powers import factories

pytestmark = pytest.mark.django_db

TODAY = date(2031, 9, 1)
LATER = date(2031, 9, 20)
DAY_OFF = date(2031, 8, 1)
BASIS = "《条例》(国务院令第1号)第十一条、第十二条"
ENTRY = {
    "kind": "licence", "sub_list": "分表一", "name": "夜间施工审批", "legal_basis": BASIS,
    "source": "statutory", "level": "city", "flow_chart": None, "statutory_days": 20,
    "promised_days": "5", "fee": "不收费", "content": "", "reason": "法规新设",
    "document": "令第1号",
}  # fmt: skip


def done(act, power, *roles, today=TODAY, **typed):
    """Let an official with these roles do an act on a power."""
    by = organization.official(*roles, username=f"official-{Official.objects.count()}")
    return act(record_id=power.pk, by=by, today=today, **typed)


def cancelled(power, *roles):
    """Take the power off the list."""
    return done(services.cancel, power, *(roles or (Role.LEADER,)), reason="法规修订")


def kinds(power):
    """Return what was done to an entry, first things first."""
    changes = PowerChange.objects.filter(power=power).order_by("on", "id")
    return list(changes.values_list("kind", flat=True))


@pytest.mark.parametrize("role", [Role.APPROVER, Role.LEADER])
def test_a_power_is_taken_off_the_list_with_an_entry(role):
    power = cancelled(factories.power(), role)

    assert (power.cancelled_on, power.status) == (TODAY, PowerStatus.CANCELLED)
    entry = Entry.objects.get()
    assert (entry.event, entry.day, entry.is_public) == ("PowerCancelled", TODAY, True)
    assert entry.payload == {"code": "CG-XK-001", "reason": "法规修订"}
    assert entry.basis.startswith("power_lists_2015")


@pytest.mark.parametrize(
    ("role", "cancelled_on", "refusal"),
    [(Role.CLERK, None, NotPermitted), (Role.LEADER, date(2031, 8, 1), WrongMoment)],
    ids=["neither approver nor leader", "already off the list"],
)
def test_a_refused_cancellation_changes_nothing(role, cancelled_on, refusal):
    power = factories.power(cancelled_on=cancelled_on)

    with pytest.raises(refusal):
        cancelled(power, role)

    power.refresh_from_db()
    assert power.cancelled_on == cancelled_on
    assert not Entry.objects.exists()


def test_nobody_takes_a_power_off_another_agencys_list():
    power = factories.power()
    other = organization.official(Role.LEADER, of=organization.agency("OTHER"))

    with pytest.raises(Power.DoesNotExist):
        services.cancel(record_id=power.pk, by=other, today=TODAY, reason="法规修订")

    assert not Entry.objects.exists()


def test_a_cancelled_power_counts_for_the_years_before_and_no_longer():
    agency: Agency = organization.agency()
    factories.power("CG-XK-002")
    cancelled(factories.power())

    assert measure("powers.total", agency, 2030).value == 0
    assert measure("powers.licence", agency, 2031).value == 1
    Power.objects.update(cancelled_on=date(2032, 1, 1))
    assert measure("powers.licence", agency, 2031).value == 2
    assert measure("powers.licence", agency, 2032).value == 0


def test_a_power_is_listed_with_its_articles_and_published_by_another_act():
    clerk, office = organization.official(Role.CLERK), organization.office()

    power = services.list_power(
        agency=clerk.agency, by=clerk, today=TODAY, code="CG-XK-009", office=office, **ENTRY
    )
    assert not power.is_public
    assert [str(one) for one in selectors.bases_on(power, TODAY)] == [
        "《条例》第十一条", "《条例》第十二条",
    ]  # fmt: skip
    power = done(services.publish_power, power, Role.APPROVER)

    assert power.published_on == TODAY
    assert kinds(power) == [ChangeKind.LISTED, ChangeKind.PUBLISHED]
    events = Entry.objects.order_by("pk").values_list("event", flat=True)
    assert list(events) == ["PowerListed", "PowerPublished"]


def test_a_code_is_not_given_twice_even_after_its_power_is_gone():
    factories.power(cancelled_on=date(2031, 8, 1))
    clerk, office = organization.official(Role.CLERK), organization.office()

    with pytest.raises(Unacceptable, match="CG-XK-001"):
        services.list_power(
            agency=clerk.agency, by=clerk, today=TODAY, code="CG-XK-001", office=office, **ENTRY
        )


def test_a_change_keeps_what_stood_there_and_ends_the_articles_of_before():
    power = factories.power(legal_basis="《条例》第九条", promised_days="7")
    done(services.change_power, power, Role.LEADER, reason="提速", document="",
         legal_basis="《条例》第九条", promised_days="5")  # fmt: skip
    power = done(services.change_power, power, Role.LEADER, today=LATER, reason="法规修订",
                 document="令第2号", legal_basis=BASIS, promised_days="5")  # fmt: skip

    quicker, moved = PowerChange.objects.filter(power=power).order_by("on")
    assert quicker.former == {"promised_days": ["7", "5"]}
    assert moved.former == {"legal_basis": ["《条例》第九条", BASIS]}
    assert (moved.reason, moved.document) == ("法规修订", "令第2号")
    assert [one.article for one in selectors.bases_on(power, LATER)] == ["第十一条", "第十二条"]


def test_the_articles_of_before_hold_until_the_day_of_the_change():
    power = factories.power()
    done(services.change_power, power, Role.LEADER, reason="一", document="", legal_basis=BASIS)
    done(services.change_power, power, Role.LEADER, today=LATER, reason="二", document="",
         legal_basis="《条例》第九条")  # fmt: skip

    assert [one.article for one in selectors.bases_on(power, TODAY)] == ["第十一条", "第十二条"]
    assert [one.article for one in selectors.bases_on(power, LATER)] == ["第九条"]
    assert selectors.former_bases(power, LATER).count() == 2


def test_a_change_of_nothing_is_refused():
    power = factories.power()

    with pytest.raises(Unacceptable):
        done(services.change_power, power, Role.LEADER, reason="无", document="", name=power.name)

    assert not PowerChange.objects.exists()


def test_a_suspended_power_stays_on_the_list_and_is_not_in_force_until_it_is_resumed():
    agency = organization.agency()
    power = done(services.suspend, factories.power(), Role.LEADER, reason="整改")
    assert power.status == PowerStatus.SUSPENDED
    done(services.resume, power, Role.LEADER, today=LATER, reason="整改完成")

    def in_force(on):
        return selectors.powers_in_force(agency, on=on).exists()

    assert [in_force(on) for on in (date(2031, 8, 31), TODAY, date(2031, 9, 19), LATER)] == [
        True, False, False, True,
    ]  # fmt: skip
    assert selectors.powers_on_list(agency, on=TODAY).exists()
    assert Power.objects.get().status == PowerStatus.LISTED


@pytest.mark.parametrize(
    ("act", "already"),
    [(services.suspend, {"suspended_on": DAY_OFF}), (services.resume, {})],
    ids=["suspended already", "not suspended"],
)
def test_a_power_is_suspended_once_and_resumed_only_then(act, already):
    with pytest.raises(WrongMoment):
        done(act, factories.power(**already), Role.LEADER, reason="整改")


def test_a_power_that_is_handed_down_says_to_whom():
    power = done(services.hand_down, factories.power(), Role.LEADER, to="区城市管理局",
                 reason="简政放权", document="政办〔2031〕1号")  # fmt: skip

    assert (power.status, power.cancelled_on) == (PowerStatus.HANDED_DOWN, TODAY)
    assert PowerChange.objects.get().other == "区城市管理局"
    assert Entry.objects.get().payload["to"] == "区城市管理局"


def test_a_merged_power_names_its_successor_and_both_tell_of_it():
    other = factories.power("CG-XK-002")

    power = done(services.merge, factories.power(), Role.LEADER, into="CG-XK-002", reason="整合")

    assert (power.successor, power.status) == (other, PowerStatus.MERGED)
    assert (kinds(power), kinds(other)) == ([ChangeKind.MERGED], [ChangeKind.TAKEN_OVER])


@pytest.mark.parametrize("into", ["CG-XK-001", "CG-XK-999", "CG-XK-003"])
def test_a_power_is_merged_only_into_another_that_is_on_the_list(into):
    factories.power("CG-XK-003", cancelled_on=date(2031, 1, 1))

    with pytest.raises(Unacceptable):
        done(services.merge, factories.power(), Role.LEADER, into=into, reason="整合")


def test_the_guide_and_its_materials_are_set_and_struck_off():
    power = factories.power()
    head = (Role.SECTION_HEAD,)
    done(services.set_guide, power, *head, place="窗口", visits=1)
    paper = {"form": "copy", "is_required": True, "note": ""}
    done(services.set_material, power, *head, name="申请表", **paper)
    done(services.set_material, power, *head, name="平面图", **paper)
    done(services.set_material, power, *head, name="申请表", **(paper | {"form": "filled_in"}))
    done(services.remove_material, power, *head, name="平面图")

    power.refresh_from_db()
    assert (power.place, power.visits) == ("窗口", 1)
    materials = [(one.name, one.form) for one in selectors.materials_of(power)]
    assert materials == [("申请表", "filled_in")]
    assert set(Entry.objects.order_by("pk").values_list("event", flat=True)) == {
        "GuideSet", "MaterialSet", "MaterialRemoved",
    }  # fmt: skip
    assert Entry.objects.order_by("pk").last().basis.startswith("licence_2019:30")


def test_a_material_that_is_not_named_cannot_be_struck_off():
    power = factories.power()
    with pytest.raises(WrongMoment):
        done(services.remove_material, power, Role.SECTION_HEAD, name="申请表")

    power.materials.create(position=1, name="申请表")
    with pytest.raises(Unacceptable, match="平面图"):
        done(services.remove_material, power, Role.SECTION_HEAD, name="平面图")


def test_duties_situations_and_risk_points_are_set_and_set_anew():
    power = factories.power()
    clerk = (Role.CLERK,)
    done(services.set_duty, power, *clerk, stage="受理", duty="一次性告知", basis="")
    done(services.set_duty, power, *clerk, stage="受理", duty="出具凭证", basis="第三十二条")
    done(services.set_situation, power, *clerk, situation="超期", basis="第七十四条")
    done(services.set_risk, power, *clerk, stage="决定", shows_as="人情", grade="high",
         control="集体决定", post="局长")  # fmt: skip

    assert [(one.duty, one.basis) for one in selectors.stages_of(power)] == [
        ("出具凭证", "第三十二条")
    ]
    assert [one.situation for one in selectors.situations_of(power)] == ["超期"]
    assert [one.grade for one in selectors.risks_of(power)] == ["high"]
    parts = [entry.payload["part"] for entry in Entry.objects.order_by("pk")]
    assert parts == ["duty", "duty", "situation", "risk"]


@pytest.mark.parametrize(
    ("act", "typed"),
    [
        (services.publish_power, {}),
        (services.change_power, {"reason": "", "document": "", "name": "新名"}),
        (services.suspend, {"reason": "一"}),
        (services.hand_down, {"reason": "一", "to": "区局"}),
        (services.merge, {"reason": "一", "into": "CG-XK-002"}),
        (services.set_guide, {"place": "窗口"}),
        (services.set_duty, {"stage": "受理", "duty": "告知", "basis": ""}),
    ],
)
def test_whoever_may_not_is_refused_and_nothing_is_entered(act, typed):
    with pytest.raises(NotPermitted) as refused:
        done(act, factories.power(), Role.HOTLINE_OPERATOR, **typed)

    assert refused.value.remedy
    assert refused.value.basis
    assert not Entry.objects.exists()
    assert not PowerChange.objects.exists()


@pytest.mark.parametrize("act", [services.suspend, services.cancel])
def test_nothing_more_is_done_to_a_power_that_is_off_the_list(act):
    with pytest.raises(WrongMoment):
        done(act, factories.power(cancelled_on=DAY_OFF), Role.LEADER, reason="一")
