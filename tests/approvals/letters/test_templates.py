"""The agency's own wording: whole by law, naming only what can be filled, never backwards."""

from datetime import date, timedelta

import pytest

from sunlit.approvals.letters import selectors
from sunlit.approvals.letters.kinds import Kind
from sunlit.approvals.letters.templates import faults, shipped
from sunlit.approvals.models import LetterTemplate
from sunlit.approvals.services import letters as services
from sunlit.kernel.refusals import NotPermitted, Unacceptable, WrongMoment
from sunlit.ledger.models import Entry
from sunlit.organization.models import Role
from tests.approvals.letters import cases
from tests.organization.factories import agency, official

DAY = date(2012, 6, 1)
REFUSAL = shipped(Kind.LICENCE_REFUSAL, DAY).text


def without(text, *names):
    return "\n".join(line for line in text.splitlines() if not any(name in line for name in names))


def set_template(by, **changes):
    values = {
        "agency": by.agency,
        "by": by,
        "today": DAY,
        "kind": Kind.LICENCE_REFUSAL,
        "title": "不予许可决定书",
        "text": REFUSAL,
        "since": DAY,
    }
    return services.set_template(**values | changes)


@pytest.mark.parametrize(
    ("kind", "missing", "article"),
    [
        (Kind.LICENCE_REFUSAL, "{remedies}", "licence_2003:38"),
        (Kind.LICENCE_REFUSAL, "{reason}", "licence_2003:38"),
        (Kind.LICENCE_REFUSAL, "{art:licence.refuse}", "licence_2003:38"),
        (Kind.LICENCE_REFUSAL, "{seal}", "licence_2003:32(2)"),
        (Kind.LICENCE_REFUSAL, "{date}", "licence_2003:32(2)"),
        (Kind.PENALTY_DECISION, "{evidence}", "penalty_1996:39"),
        (Kind.PENALTY_DECISION, "{performance}", "penalty_1996:39"),
        (Kind.PENALTY_NOTICE, "{hearing_right}", "penalty_1996:42"),
        (Kind.PENALTY_ON_THE_SPOT, "{remedies}", "penalty_1996:34"),
    ],
)
def test_a_template_without_an_obligatory_part_is_refused_with_the_article(kind, missing, article):
    text = without(shipped(kind, DAY).text, missing)

    refusals = list(faults(kind, text, on=DAY))

    assert article in [refusal.basis.key for refusal in refusals]
    assert any(missing in refusal.remedy.en for refusal in refusals)


def test_the_article_is_that_of_the_day_from_which_a_template_holds():
    text = without(shipped(Kind.PENALTY_DECISION, DAY).text, "{evidence}")

    refusal = next(faults(Kind.PENALTY_DECISION, text, on=date(2022, 1, 1)))

    assert refusal.basis.key == "penalty_2021:59"


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("{nonsense}", "Line 1 names “{nonsense}”"),
        ("{art:nonsense}", "Line 1 names the provision “nonsense”"),
        ("{limit:nonsense}", "Line 1 names the limit “nonsense”"),
        ("{reason", "Line 1 has a brace without its pair"),
        ("{}", "Line 1 names “{}”"),
    ],
)
def test_what_nothing_can_fill_is_refused_with_its_line(line, said):
    refusal = next(faults(Kind.LICENCE_REFUSAL, f"{line}\n{REFUSAL}", on=DAY))

    assert refusal.reason.en.startswith(said)


def test_a_letter_of_a_licence_cannot_name_what_only_a_penalty_has():
    assert list(faults(Kind.LICENCE_REFUSAL, f"{REFUSAL}\n{{fine}}", on=DAY))


@pytest.mark.django_db
def test_letters_are_written_by_the_agencys_own_wording_from_its_day_on():
    by = official(Role.LEGAL_REVIEWER)
    own = set_template(by, text=REFUSAL.replace("经审查，本机关认为", "理由如下"))
    case = cases.licence(Kind.LICENCE_REFUSAL)
    cases.bodies()

    draft = selectors.draft(case, Kind.LICENCE_REFUSAL, {}, on=cases.day_for())

    assert (draft.template.version, draft.words.title) == ("own 1", own.title)
    assert "理由如下：遮挡消防通道。" in draft.words.plain
    before = selectors.template_in_force(
        agency().pk, Kind.LICENCE_REFUSAL, on=DAY - timedelta(days=1)
    )
    assert before.version.startswith("shipped")


@pytest.mark.django_db
def test_setting_a_template_is_written_in_the_ledger_once():
    own = set_template(official(Role.LEGAL_REVIEWER))

    entry = Entry.objects.get()
    assert (own.version, entry.event) == (1, "LetterTemplateSet")


@pytest.mark.django_db
def test_a_template_never_holds_backwards_nor_before_the_last_one():
    by = official(Role.LEGAL_REVIEWER)
    with pytest.raises(Unacceptable):
        set_template(by, since=DAY - timedelta(days=1))
    set_template(by, since=DAY + timedelta(days=5))
    with pytest.raises(WrongMoment):
        set_template(by, since=DAY + timedelta(days=5))

    second = set_template(by, since=DAY + timedelta(days=6))

    assert second.version == 2


@pytest.mark.django_db
@pytest.mark.parametrize("text", [without(REFUSAL, "{remedies}"), f"{REFUSAL}\n{{nothing}}"])
def test_a_refused_template_is_not_kept(text):
    with pytest.raises(Unacceptable):
        set_template(official(Role.LEGAL_REVIEWER), text=text)

    assert not LetterTemplate.objects.exists()
    assert not Entry.objects.exists()


@pytest.mark.django_db
@pytest.mark.parametrize("role", [Role.CLERK, Role.WINDOW_CLERK, Role.INVESTIGATOR])
def test_who_handles_cases_does_not_word_the_letters(role):
    with pytest.raises(NotPermitted):
        set_template(official(role))
