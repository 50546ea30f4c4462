"""The four levels of responsibility: always four, from the leader to the person, gaps named."""

from datetime import date, timedelta

import pytest
from django.utils import translation

from sunlit.design.answering import answering_stations
from sunlit.organization.models import (
    DutyLevel,
    InformationOfficer,
    LeadingGroup,
    Office,
    PostDuty,
    Seat,
    SeatRole,
)
from sunlit.organization.selectors import Holder, answering_office, chain_of, chains
from tests.organization.factories import agency, office

pytestmark = pytest.mark.django_db

GROUP_SINCE = date(2031, 2, 17)
OFFICER_SINCE = date(2031, 2, 24)
OFFICER_UNTIL = date(2031, 9, 1)
ALL_PLACED = date(2031, 6, 1)


@pytest.fixture
def one() -> Office:
    """Return an office with a leading group above it and an information officer in it."""
    found = office("KS01")
    group = LeadingGroup.objects.create(
        agency=agency(),
        name="领导小组",
        adjusted_on=GROUP_SINCE,
        adjusting_document="城管〔2031〕9号",
        office_name="领导小组办公室",
        co_located_with=found,
        office_director="办公室主任",
    )
    Seat.objects.create(group=group, role=SeatRole.CHAIR, title="局长", leader=found.leader)
    InformationOfficer.objects.create(
        agency=agency(), office=found, appointed_on=OFFICER_SINCE, relieved_on=OFFICER_UNTIL
    )
    return found


def duty(post: str, level: DutyLevel, text: str, *, of: Office | None = None) -> None:
    PostDuty.objects.create(agency=agency(), post=post, level=level, duty=text, office=of)


def posts(chain) -> list[list[str]]:
    return [[holder.post for holder in link.holders] for link in chain.links]


def test_all_four_levels_stand_in_their_order(one):
    chain = chain_of(one, on=ALL_PLACED)

    assert [link.level for link in chain.links] == list(DutyLevel)
    assert posts(chain) == [["局长"], ["局长"], ["科长"], [""]]
    assert chain.gaps == ()


@pytest.mark.parametrize(
    ("on", "gaps"),
    [
        (GROUP_SINCE - timedelta(1), (DutyLevel.HEAD, DutyLevel.PERSON)),
        (GROUP_SINCE, (DutyLevel.PERSON,)),
        (OFFICER_SINCE, ()),
        (OFFICER_UNTIL - timedelta(1), ()),
        (OFFICER_UNTIL, (DutyLevel.PERSON,)),
    ],
)
def test_a_level_at_which_nobody_answered_on_the_day_is_a_gap(one, on, gaps):
    assert chain_of(one, on=on).gaps == gaps


def test_an_office_whose_head_has_no_post_has_a_gap_there(one):
    Office.objects.filter(pk=one.pk).update(head_post="")
    one.refresh_from_db()

    assert chain_of(one, on=ALL_PLACED).gaps == (DutyLevel.OFFICE,)


def test_a_gap_is_said_in_words(one):
    with translation.override("en"):
        stations = answering_stations(chain_of(one, on=OFFICER_UNTIL))
        words = [str(station.word) for station in stations]

    assert words == ["", "", "", "Nobody answers at this level"]
    assert stations[-1].state == "late"


def test_a_post_answers_for_its_own_duty_before_the_one_that_its_like_share(one):
    duty("科长", DutyLevel.OFFICE, "承担日常事务")
    duty("各单位负责人", DutyLevel.OFFICE, "对真实性负责")
    other = office("KS02")
    Office.objects.filter(pk=other.pk).update(head_post="处长")
    other.refresh_from_db()

    assert chain_of(one, on=ALL_PLACED).links[2].holders == (Holder("科长", "承担日常事务"),)
    assert chain_of(other, on=ALL_PLACED).links[2].holders == (Holder("处长", "对真实性负责"),)


def test_a_post_of_one_office_answers_there_and_nowhere_else(one):
    duty("保密审查员", DutyLevel.PERSON, "逐条审查", of=one)
    duty("各单位信息员", DutyLevel.PERSON, "采集更新")
    other = office("KS02")

    persons = chain_of(one, on=ALL_PLACED).links[3].holders

    assert persons == (
        Holder("保密审查员", "逐条审查"),
        Holder("", "采集更新", OFFICER_SINCE),
    )
    assert chain_of(other, on=ALL_PLACED).links[3].holders == ()


def test_where_several_share_a_level_no_duty_is_guessed(one):
    duty("各单位信息员", DutyLevel.PERSON, "采集更新")
    duty("窗口代表", DutyLevel.PERSON, "行使授权")

    assert chain_of(one, on=ALL_PLACED).links[3].holders == (Holder("", "", OFFICER_SINCE),)


def test_all_chains_of_an_agency_are_read_in_a_few_queries(one, django_assert_num_queries):
    for number in range(2, 9):
        office(f"KS{number:02}")
    office("KS01", of=agency("XGJ"))

    with django_assert_num_queries(6):
        found = chains(one.agency, on=ALL_PLACED)

    assert [chain.office.code for chain in found] == [f"KS{number:02}" for number in range(1, 9)]
    assert found[0] == chain_of(one, on=ALL_PLACED)


def test_an_office_that_was_not_yet_or_no_longer_has_no_chain(one):
    Office.objects.filter(pk=one.pk).update(
        established_on=date(2031, 3, 1), closed_on=date(2031, 5, 1)
    )

    assert chains(agency(), on=date(2031, 2, 28)) == []
    assert len(chains(agency(), on=date(2031, 3, 1))) == 1
    assert chains(agency(), on=date(2031, 5, 1)) == []


def test_where_no_office_is_named_that_of_the_leading_group_answers(one):
    assert answering_office(agency(), on=ALL_PLACED) == one
    assert answering_office(agency(), on=GROUP_SINCE - timedelta(1)) is None
