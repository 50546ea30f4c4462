"""The pure rules of remedies."""

import pytest

from sunlit.remedies import rules
from sunlit.remedies.models import Kind, Outcome
from sunlit.remedies.vocabulary import offered_documents, outcome_words, required_documents


@pytest.mark.parametrize(
    ("result", "outcome"),
    [
        ("维持", Outcome.UPHELD),
        ("维持具体行政行为", Outcome.UPHELD),
        ("驳回诉讼请求", Outcome.UPHELD),
        ("驳回行政复议请求", Outcome.UPHELD),
        ("撤销并责令重新作出", Outcome.SET_ASIDE),
        ("变更罚款数额", Outcome.SET_ASIDE),
        ("确认违法", Outcome.SET_ASIDE),
        ("责令履行法定职责", Outcome.SET_ASIDE),
        ("终止(申请人撤回)", Outcome.ENDED),
        ("准许原告撤诉", Outcome.ENDED),
        ("裁定驳回起诉", Outcome.OTHER),
        ("不予受理", Outcome.OTHER),
        ("移送有管辖权的机关", Outcome.OTHER),
    ],
)
def test_the_words_of_a_result_tell_its_outcome(result, outcome):
    assert rules.outcome_of(result, outcome_words()) == outcome


def test_every_outcome_of_the_vocabulary_is_known():
    assert {outcome for outcome, _words in outcome_words()} == set(Outcome.values)


@pytest.mark.parametrize("kind", Kind.values)
def test_a_file_lacks_what_is_required_and_not_in_it(kind):
    required = required_documents(kind)

    assert rules.missing_documents([], required) == required
    assert rules.missing_documents([*required, "其他"], required) == ()
    assert rules.missing_documents(required[1:], required) == required[:1]
    assert set(required) < set(offered_documents(kind))


def test_the_next_number_follows_the_highest_of_the_year():
    assert rules.next_number("FY", 2012, ["FY2012-01", "FY2012-03", "FY2011-09"]) == "FY2012-04"
