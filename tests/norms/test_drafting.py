"""A normative document in the making: each gate, each wrong person and each wrong moment."""

from datetime import date, timedelta

import pytest

from sunlit.kernel.refusals import NotPermitted, Unacceptable, WrongMoment
from sunlit.ledger.models import Entry
from sunlit.norms import policies, selectors, services
from sunlit.norms.lifecycle import DraftStatus
from sunlit.norms.models import Gate, Outcome
from sunlit.norms.rules import Standing
from sunlit.norms.waiting import drafts_open
from sunlit.organization.models import Role
from sunlit.organization.rules.provincial import COMMENT
from sunlit.organization.services.provincial import set_provincial_number
from tests.disclosure.factories import staff
from tests.norms import drafts
from tests.norms.drafts import refused, step
from tests.organization.factories import agency, official

pytestmark = pytest.mark.django_db

Y2012 = date(2012, 9, 3)
"""Under the Opinion of 2010: comments, legality review, decision; no rule on competition."""


def test_a_document_goes_from_its_draft_to_its_filing():
    draft = drafts.published()
    document = draft.document
    services.file_document(
        **step(
            draft,
            drafts.clerk(),
            drafts.PUBLISHED,
            filed_with="市人民政府",
            receipt="备〔2025〕9号",
        )
    )

    draft.refresh_from_db()
    assert draft.status == DraftStatus.FILED
    assert document.document_number == "城管规〔2025〕1号"
    assert [*document.items.order_by("code")] == [draft.item]
    assert selectors.status_on(document, date(2025, 4, 30)) is Standing.NOT_YET_IN_FORCE
    assert selectors.status_on(document, date(2025, 5, 1)) is Standing.IN_FORCE
    said = Entry.objects.filter(about_kind="norms.draftnorm").order_by("id")
    assert [*said.values_list("event", flat=True)] == [
        "DraftNormBegun", "DraftOpenedToComments", "CommentsAnswered", "FairnessReviewed",
        "DraftHandedIn", "DraftLegalityReviewed", "DraftDecided", "DraftRegistered",
        "DraftPublished", "DocumentFiled",
    ]  # fmt: skip
    assert Entry.objects.get(event="FairnessReviewed").basis == "fair_competition_2024:"
    assert Entry.objects.get(event="DraftLegalityReviewed").basis == "norms_review_2018:"
    assert Entry.objects.get(event="DocumentFiled").payload["receipt"] == "备〔2025〕9号"


def test_a_draft_of_2012_goes_by_the_rules_of_2010(settings):
    settings.SUNLIT_TODAY = Y2012
    draft = drafts.begun(today=Y2012, assessment="")
    until = Y2012 + timedelta(days=1)  # no rule of 2012 set a least number of days
    drafts.open_up(draft, today=Y2012, until=until)
    later = date(2012, 9, 10)
    services.answer_comments(
        **step(draft, drafts.clerk(), later, received=0, adopted=0, feedback="")
    )
    head = official(Role.SECTION_HEAD)
    refused(WrongMoment, services.review_fairness,
            **step(draft, head, later, outcome="passed", opinion="无"))  # fmt: skip
    services.hand_in(**step(draft, drafts.drafter(), later))
    drafts.review(draft, today=later)
    drafts.decide(draft, today=later, met_on=later)
    drafts.register(draft, today=later, in_force_from=None, valid_until=None)

    bases = dict(Entry.objects.values_list("event", "basis"))
    assert bases["DraftOpenedToComments"] == bases["DraftDecided"] == "rule_of_law_2010:"
    assert bases["CommentsAnswered"] == "rule_of_law_2008:"


# Comments


def test_an_assessment_is_asked_for_since_2018():
    draft = drafts.begun(assessment="")
    why = refused(WrongMoment, drafts.open_up, draft=draft)
    assert why.basis.key == "norms_2018:"
    head = step(draft, drafts.head(), drafts.BEGUN, ground="no_effect", reason="仅作文字调整")
    refused(WrongMoment, services.skip_comments, **head)


@pytest.mark.parametrize(
    ("until", "urgency", "fits"),
    [
        (date(2025, 4, 2), "", True),
        (date(2025, 4, 1), "", False),
        (date(2025, 4, 1), "汛期将至,须尽快施行", True),
        (drafts.BEGUN, "汛期将至,须尽快施行", False),
    ],
    ids=["thirty days", "one less", "urgent and explained", "not a day"],
)
def test_a_draft_is_open_to_comments_for_thirty_days_at_least(until, urgency, fits):
    draft = drafts.begun()
    if fits:
        assert drafts.open_up(draft, until=until, urgency=urgency).comment_until == until
    else:
        refused(Unacceptable, drafts.open_up, draft=draft, until=until, urgency=urgency)


def test_the_province_says_for_how_long_a_draft_is_open():
    set_provincial_number(
        agency=agency(), by=official(Role.ADMINISTRATOR), today=date(2025, 1, 6), name=COMMENT,
        value="15", since=date(2025, 2, 1), document="省规范性文件管理办法", article="第十条",
    )  # fmt: skip
    draft = drafts.begun()
    why = refused(Unacceptable, drafts.open_up, draft=draft, until=date(2025, 3, 17), urgency="急")
    assert why.basis.zh == "省规范性文件管理办法第十条"
    drafts.open_up(draft, until=date(2025, 3, 18))


@pytest.mark.parametrize(
    "part",
    [
        {"body": "联系人手机13812345678。"},
        {"explanation": "本件为机密★一年,不得外传。"},
        {"body": "联系人手机138`123`45678。"},
    ],
    ids=["a number", "a secrecy mark", "a number hidden by marks"],
)
def test_what_must_not_become_public_is_not_published_for_comment(part):
    draft = drafts.begun(**part)
    why = refused(Unacceptable, drafts.open_up, draft=draft)
    assert "“" in str(why.reason)
    draft.refresh_from_db()
    assert draft.status == DraftStatus.DRAFTED


def test_neither_the_way_to_comment_nor_the_answer_names_a_private_number():
    draft = drafts.begun()
    refused(Unacceptable, drafts.open_up, draft=draft, how="请拨打13812345678。")
    drafts.open_up(draft)
    terms = step(draft, drafts.clerk(), received=1, adopted=0, feedback="来信人13812345678已告知。")
    refused(Unacceptable, services.answer_comments, **terms)


@pytest.mark.parametrize(
    ("by", "today", "typed", "refusal"),
    [
        (drafts.head, drafts.ANSWERED, {}, NotPermitted),
        (drafts.clerk, drafts.UNTIL, {}, WrongMoment),
        (drafts.clerk, drafts.ANSWERED, {"adopted": 5}, Unacceptable),
        (drafts.clerk, drafts.ANSWERED, {"feedback": " "}, Unacceptable),
    ],
    ids=["not a clerk", "still open", "more adopted than came", "no reason given"],
)
def test_a_refused_answer_to_the_comments_changes_nothing(by, today, typed, refusal):
    draft = drafts.opened()
    terms = {"received": 4, "adopted": 3, "feedback": "超出范围"} | typed
    refused(refusal, services.answer_comments, **step(draft, by(), today, **terms))
    draft.refresh_from_db()
    assert draft.feedback_on is None


@pytest.mark.parametrize(
    ("ground", "today", "fits"),
    [
        ("no_effect", drafts.BEGUN, True),
        ("secret", drafts.BEGUN, True),
        ("heard_otherwise", drafts.BEGUN, False),
        ("no_effect", Y2012, True),
        ("secret", Y2012, False),
        ("heard_otherwise", date(2009, 9, 1), True),
        ("no_effect", date(2009, 9, 1), False),
    ],
)
def test_comments_are_left_out_only_on_a_ground_that_the_law_of_the_day_knows(ground, today, fits):
    draft = drafts.begun(today=today)
    terms = step(draft, drafts.head(), today, ground=ground, reason="仅调整文字")
    if fits:
        assert services.skip_comments(**terms).status == DraftStatus.HEARD
        assert Entry.objects.get(event="CommentsNotAsked").payload["reason"] == "仅调整文字"
        assert not selectors.public_drafts(agency(), on=today).exists()
    else:
        refused(Unacceptable, services.skip_comments, **terms)


def test_a_clerk_alone_does_not_leave_the_comments_out():
    terms = step(drafts.begun(), drafts.clerk(), drafts.BEGUN, ground="secret", reason="涉密")
    refused(NotPermitted, services.skip_comments, **terms)
    refused(NotPermitted, drafts.open_up, draft=drafts.begun(code="CA02"), by=drafts.head())


# Competition


def test_a_draft_that_concerns_no_market_says_why():
    draft = drafts.heard(involves_market=False)
    lawyer = step(draft, drafts.lawyer(), outcome="passed", opinion="无")
    refused(WrongMoment, services.review_fairness, **lawyer)
    drafter = step(draft, drafts.drafter())
    refused(WrongMoment, services.hand_in, **drafter)
    services.state_no_market(**drafter, reason="只规定内部分工")
    services.hand_in(**drafter)
    fairness = selectors.latest_step(draft, Gate.FAIRNESS)
    assert (fairness.outcome, fairness.said) == (Outcome.SKIPPED, "只规定内部分工")


def test_a_draft_that_concerns_the_market_cannot_say_that_it_does_not():
    draft = drafts.heard()
    terms = step(draft, drafts.drafter(), reason="不涉及")
    refused(WrongMoment, services.state_no_market, **terms)


@pytest.mark.parametrize(
    ("outcome", "status"),
    [("passed", DraftStatus.FAIR), ("change", DraftStatus.HEARD), ("failed", DraftStatus.DRAFTED)],
)
def test_what_restricts_competition_goes_back(outcome, status):
    draft = drafts.heard()
    done = services.review_fairness(
        **step(draft, drafts.lawyer(), outcome=outcome, opinion="第五条指定经营者")
    )
    assert done.status == status


# Legality


def test_nobody_reviews_what_he_or_she_drafted():
    draft = drafts.heard()
    own = step(draft, drafts.drafter(), outcome="passed", opinion="无")
    refused(NotPermitted, services.review_fairness, **own)
    services.review_fairness(**own | {"by": drafts.lawyer()})
    services.hand_in(**step(draft, drafts.drafter()))
    refused(NotPermitted, drafts.review, draft=draft, by=drafts.drafter())
    refused(NotPermitted, drafts.review, draft=draft, by=drafts.clerk())


@pytest.mark.parametrize("role", [one for one in Role if one != Role.LEGAL_REVIEWER])
def test_nobody_but_a_legal_reviewer_reviews_legality(role):
    draft = drafts.handed_in()
    refused(NotPermitted, drafts.review, draft=draft, by=staff("somebody", role))


@pytest.mark.parametrize(
    ("on", "instrument"),
    [
        (date(2016, 5, 31), None),
        (date(2016, 6, 1), "fair_competition_2016"),
        (date(2024, 7, 31), "fair_competition_2016"),
        (date(2024, 8, 1), "fair_competition_2024"),
    ],
)
def test_fair_competition_is_reviewed_since_the_opinion_of_2016_and_by_the_regulations_of_2024(
    on, instrument
):
    draft = drafts.begun(today=on)
    draft.status = DraftStatus.HEARD
    draft.save(update_fields=["status"])
    on_time = policies.why_not_hand_in(drafts.drafter(), draft, on=on)
    reviewed = policies.why_not_review_fairness(drafts.lawyer(), draft, on=on)

    if instrument is None:
        assert on_time is None
        assert isinstance(reviewed, WrongMoment)
    else:
        assert reviewed is None
        assert isinstance(on_time, WrongMoment)
        assert (on_time.basis.instrument, on_time.basis.confidence) == (instrument, "memory")


def test_who_wrote_a_draft_anew_has_drafted_it():
    draft = drafts.heard()
    head = drafts.head()
    text = {"title": "甲", "body": "乙", "explanation": "丙", "assessment": "丁"}
    services.rewrite_draft(**step(draft, head, involves_market=True, **text))
    terms = step(draft, head, outcome="passed", opinion="无")
    refused(NotPermitted, services.review_fairness, **terms)


def test_a_review_in_less_than_five_working_days_says_why():
    draft = drafts.handed_in()
    soon = date(2025, 4, 11)  # the fourth working day after Monday the 7th
    refused(Unacceptable, drafts.review, draft=draft, today=soon)
    drafts.review(draft, today=soon, hurry="市政府要求本周报送")
    assert Entry.objects.get(event="DraftLegalityReviewed").payload["hurry"]


def test_the_clock_of_the_review_runs_fifteen_working_days_and_ends_with_it():
    draft = drafts.handed_in()
    assert selectors.legality_clock(draft).due_on == date(2025, 4, 27)  # a Sunday that is worked
    (waiting,) = drafts_open(agency(), drafts.ANSWERED)
    assert (waiting.act, waiting.due_on) == ("review-legality", date(2025, 4, 27))
    assert not waiting.is_for(drafts.drafter())
    assert waiting.is_for(drafts.lawyer())
    assert selectors.legality_clock(drafts.review(draft)).ended_on == drafts.REVIEWED


@pytest.mark.parametrize(
    ("outcome", "status"),
    [("change", DraftStatus.HEARD), ("failed", DraftStatus.DRAFTED)],
)
def test_a_draft_that_did_not_pass_is_not_put_to_the_meeting(outcome, status):
    draft = drafts.review(drafts.handed_in(), outcome=outcome, opinion="缺乏上位法依据")
    assert draft.status == status
    why = refused(WrongMoment, drafts.decide, draft=draft)
    assert why.basis.key == "norms_review_2018:"


def test_a_draft_that_came_back_is_changed_and_reviewed_anew():
    draft = drafts.review(drafts.handed_in(), outcome="change", opinion="删去第五条")
    (waiting,) = drafts_open(agency(), drafts.REVIEWED)
    assert waiting.act == "rewrite"
    text = {"title": "甲", "body": "乙", "explanation": "丙", "assessment": "丁"}
    services.rewrite_draft(**step(draft, drafts.drafter(), involves_market=True, **text))
    refused(WrongMoment, services.hand_in, **step(draft, drafts.drafter()))
    services.review_fairness(**step(draft, drafts.lawyer(), outcome="passed", opinion="无"))
    services.hand_in(**step(draft, drafts.drafter()))
    assert drafts.review(draft, today=date(2025, 4, 14)).status == DraftStatus.REVIEWED
