"""The law of a day is the law that was in force on it."""

import re
from datetime import date, timedelta

import pytest

from sunlit.kernel.citations import article_wording
from sunlit.kernel.clock import Unit
from sunlit.kernel.refusals import NoSuchRule, NotYetLaw
from sunlit.statutes import (
    citation_from_key,
    instrument,
    limit,
    provision,
    provision_names,
    rule,
    rule_names,
)
from sunlit.statutes.reading import read

FIRST_DAY = date(2008, 5, 1)  # of the first Regulations
SET_LOCALLY = {"own_promise", "provincial_norms"}
LAST_DAY = date(2026, 12, 31)
NAMES = """
disclosure.publish disclosure.content disclosure.secrecy_review disclosure.guide_and_catalogue
disclosure.annual_report disclosure.correction disclosure.withheld foi.apply foi.register foi.reply
foi.extend foi.clarify foi.third_party foi.kinds_of_reply foi.severance foi.fee foi.withdraw
licence.apply licence.accept licence.correction_notice licence.survey licence.decide
licence.deliver licence.publish licence.withdraw penalty.file penalty.notify penalty.hearing
penalty.decide penalty.serve penalty.pay penalty.publish coercion.seal power.list
power.flow_chart complaints.receive complaints.accept complaints.dispatch complaints.handle
complaints.reply complaints.transfer complaints.refuse reconsideration.apply
reconsideration.accept reconsideration.reply reconsideration.decide litigation.file
litigation.reply litigation.decide norms.clean_up norms.repeal norms.publish planning.plan
organization.duty organization.leading_group recruitment.publicity tender.publicity
channels.publish channels.reading_place supervision.assessment supervision.social_review
supervision.accountability supervision.training supervision.inspection supervision.supervisors
report.self_assessment
"""


@pytest.mark.parametrize("name", NAMES.split())
def test_every_act_since_the_first_regulations_has_its_article(name: str):
    days = {LAST_DAY, FIRST_DAY}
    for source in read().instruments.values():
        days |= {source.in_force_from, source.in_force_from - timedelta(days=1)}
    for day in days:
        if FIRST_DAY <= day <= LAST_DAY:
            cited = provision(name, on=day)
            assert instrument(cited.instrument).holds_on(day)
            assert citation_from_key(cited.key) == cited


@pytest.mark.parametrize(
    ("name", "on", "amount", "unit", "keys"),
    [
        ("foi.reply", "2012-02-08", 15, Unit.WORKING_DAY, "ogi_2007:24"),
        ("foi.reply", "2019-05-14", 15, Unit.WORKING_DAY, "ogi_2007:24"),
        ("foi.reply", "2019-05-15", 20, Unit.WORKING_DAY, "ogi_2019:33"),
        ("foi.reply_extended", "2012-02-08", 30, Unit.WORKING_DAY, "ogi_2007:24"),
        ("foi.reply_extended", "2026-02-08", 40, Unit.WORKING_DAY, "ogi_2019:33"),
        ("foi.clarification_notice", "2019-05-15", 7, Unit.WORKING_DAY, "ogi_2019:30"),
        ("foi.third_party", "2019-05-15", 15, Unit.WORKING_DAY, "ogi_2019:32"),
        ("foi.fee_payment", "2021-01-01", 30, Unit.CALENDAR_DAY, "foi_fee_2020:6"),
        ("disclosure.publish", "2012-02-08", 20, Unit.WORKING_DAY, "ogi_2007:18"),
        ("disclosure.publish", "2020-02-08", 20, Unit.WORKING_DAY, "ogi_2019:26"),
        ("disclosure.licence_penalty", "2016-05-29", 20, Unit.WORKING_DAY, "ogi_2007:18"),
        ("disclosure.licence_penalty", "2016-05-30", 7, Unit.WORKING_DAY, "dual_publicity_2016:"),
        ("disclosure.licence_penalty", "2026-05-30", 7, Unit.WORKING_DAY, "dual_publicity_2016:"),
        ("disclosure.interpretation", "2016-11-10", 3, Unit.WORKING_DAY, "openness_rules_2016:"),
        ("licence.correction_notice", "2012-01-09", 5, Unit.WORKING_DAY, "licence_2003:32(1)(4)"),
        ("licence.decide", "2012-01-09", 20, Unit.WORKING_DAY, "licence_2003:42"),
        ("licence.decide_extended", "2019-04-23", 30, Unit.WORKING_DAY, "licence_2019:42"),
        ("licence.deliver", "2019-04-22", 10, Unit.WORKING_DAY, "licence_2003:44"),
        ("complaint.handle", "2012-01-09", 5, Unit.WORKING_DAY, "own_promise:"),
        ("complaint.handle_difficult", "2012-01-09", 15, Unit.WORKING_DAY, "own_promise:"),
        ("penalty.serve", "2021-07-14", 7, Unit.CALENDAR_DAY, "penalty_1996:40"),
        ("penalty.serve", "2021-07-15", 7, Unit.WORKING_DAY, "penalty_2021:61"),
        ("penalty.hearing_request", "2012-01-09", 3, Unit.CALENDAR_DAY, "penalty_1996:42"),
        ("litigation.direct", "2015-04-30", 3, Unit.MONTH, "litigation_1989:39"),
        ("litigation.direct", "2015-05-01", 6, Unit.MONTH, "litigation_2014:46"),
    ],
)
def test_a_rule_has_the_limit_of_its_day(name: str, on: str, amount: int, unit: Unit, keys: str):
    found = limit(name, on=date.fromisoformat(on))
    assert (found.amount, found.unit, found.basis[0].key) == (amount, unit, keys)


@pytest.mark.parametrize(
    ("name", "since"),
    [("foi.clarification_notice", "2019-05-15"), ("foi.third_party", "2019-05-15"),
     ("foi.fee_payment", "2021-01-01"), ("penalty.case", "2021-07-15"),
     ("disclosure.interpretation", "2016-11-10"), ("reconsideration.summary", "2024-01-01")],
)  # fmt: skip
def test_before_its_first_version_a_rule_says_since_when_it_exists(name: str, since: str):
    day = date.fromisoformat(since)
    assert limit(name, on=day)
    with pytest.raises(NotYetLaw) as refused:
        limit(name, on=day - timedelta(days=1))
    assert f"exists since {since}" in refused.value.said_in("en")
    assert f"自{since}起" in refused.value.said_in("zh-hans")
    assert refused.value.basis
    assert refused.value.since == day


def test_before_the_first_regulations_nobody_could_apply():
    with pytest.raises(NotYetLaw, match="2008-05-01"):
        provision("foi.apply", on=date(2008, 4, 30))


def test_citations_read_as_lawyers_write_them():
    cited = provision("foi.reply", on=date(2012, 2, 8))
    assert cited.zh == "《中华人民共和国政府信息公开条例》(国务院令第492号)第二十四条"
    assert cited.en == "Open Government Information Regulations (2007), art. 24"
    assert cited.key == "ogi_2007:24"


@pytest.mark.parametrize("name", ["foi.nothing", "", "ogi_2007:24"])
def test_unknown_names_are_refused(name: str):
    for ask in (limit, provision):
        with pytest.raises(NoSuchRule):
            ask(name, on=date(2012, 2, 8))


@pytest.mark.parametrize("key", ["nothing:24", "ogi_2007:twenty"])
def test_a_key_that_cannot_be_read_is_refused(key: str):
    with pytest.raises(NoSuchRule):
        citation_from_key(key)


def test_only_its_own_promises_and_the_numbers_of_its_province_may_be_changed():
    versions = {name: rule(name, on=LAST_DAY) for name in rule_names()}
    editable = {name for name, version in versions.items() if version.editable}
    promised = {
        name
        for name, version in versions.items()
        if all(cited.instrument in SET_LOCALLY for cited in version.limit.basis)
    }
    assert editable == promised
    assert {"complaint.handle", "complaint.handle_difficult"} <= editable


def test_the_files_are_whole():
    statutes = read()
    for source in statutes.instruments.values():
        assert source.confidence in {"verified", "page", "memory", "own"}
        assert source.en.isascii()
        assert source.in_force_until is None or source.in_force_from < source.in_force_until
    keys = [key for keys in statutes.provisions.values() for key in keys]
    rows = [row for entry in statutes.rules.values() for row in entry.rows]
    keys += [key for row in rows for key in (*row.basis, *([row.receipt] if row.receipt else []))]
    for key in keys:
        name, _, article = key.partition(":")
        assert name in statutes.instruments
        assert article_wording(article)
    names = (*provision_names(), *rule_names())
    assert all(re.fullmatch(r"[a-z]+\.[a-z_]+", name) for name in names)
