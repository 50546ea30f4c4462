"""An agency's own words are looked for beside those that ship, and bad ones are told apart."""

import pytest

from sunlit.screening.kinds import Kind
from sunlit.screening.lexicons import lexicon, shipped_words
from sunlit.screening.own import OwnWord, WordFault, WordGroup, fault_of, group_of, with_own
from sunlit.screening.rules import screen_text
from tests.screening.reading import an_id


def found_with(*own, text):
    """Return what is found in a text with these words of an agency: kind and text."""
    words = with_own(lexicon(), own, version="2026-11-25+1")
    return [(one.kind, one.text) for one in screen_text(text, words)]


@pytest.mark.parametrize(
    ("group", "word", "text", "found"),
    [
        (WordGroup.SECRECY, "内参专报", "见内参专报第3期", [(Kind.SECRECY_MARK, "内参专报")]),
        (WordGroup.SECRECY_ALONE, "送阅件", "送阅件\n第3期", [(Kind.SECRECY_MARK, "送阅件")]),
        (WordGroup.SECRECY_ALONE, "送阅件", "见送阅件第3期", []),
        (WordGroup.FORBIDDEN, "盲流", "清理盲流。", [(Kind.FORBIDDEN_WORD, "盲流")]),
        (WordGroup.WRONG, "园满", "园满完成。", [(Kind.WRONG_WORD, "园满")]),
        (WordGroup.HEALTH, "矽肺", f"张三{an_id()}患矽肺。", [(Kind.HEALTH, "矽肺")]),
        (WordGroup.HEALTH, "矽肺", "防治矽肺。", []),
    ],
)
def test_a_word_of_the_agency_is_found_as_what_it_is(group, word, text, found):
    kinds = {kind for kind, _text in found}

    seen = found_with(OwnWord(group, word, "圆满" if group == WordGroup.WRONG else ""), text=text)

    assert [one for one in seen if one[0] in kinds] == found
    assert kinds or not any(word in one for _kind, one in seen)


def test_a_pattern_stands_for_digits_and_for_any_sign():
    pattern = OwnWord(WordGroup.SECRECY, "内参第##期")

    assert found_with(pattern, text="内参第12期、内参第１３期、内参第5期、内参第号期") == [
        (Kind.SECRECY_MARK, "内参第12期"),
        (Kind.SECRECY_MARK, "内参第１３期"),
    ]
    assert found_with(OwnWord(WordGroup.FORBIDDEN, "刁?民"), text="刁顽民") == [
        (Kind.FORBIDDEN_WORD, "刁顽民")
    ]


def test_what_may_stand_is_found_no_more_alone_or_in_a_longer_word():
    own = OwnWord(WordGroup.EXCEPT, "座落")

    assert found_with(text="座落于西湖") == [(Kind.WRONG_WORD, "座落")]
    assert found_with(own, text="座落于西湖") == []
    assert found_with(OwnWord(WordGroup.EXCEPT, "哑巴剧场"), text="哑巴剧场") == []


def test_a_telephone_of_the_office_is_no_leak():
    text = "请拨打0571-87654321，来电人电话13812345678。"
    own = OwnWord(WordGroup.NUMBER, "0571-8765 4321")

    assert (Kind.LANDLINE, "0571-87654321") not in found_with(own, text=text)
    assert (Kind.MOBILE, "13812345678") in found_with(own, text=text)


def test_a_word_is_found_in_traditional_signs_as_well():
    word = OwnWord(WordGroup.FORBIDDEN, "残疾证骗子")
    assert found_with(word, text="殘疾證骗子") == [(Kind.FORBIDDEN_WORD, "殘疾證骗子")]


@pytest.mark.parametrize(
    ("word", "fault"),
    [
        (OwnWord(WordGroup.FORBIDDEN, "盲流"), None),
        (OwnWord(WordGroup.FORBIDDEN, " "), WordFault.EMPTY),
        (OwnWord(WordGroup.FORBIDDEN, "的"), WordFault.SHORT),
        (OwnWord(WordGroup.FORBIDDEN, "的 "), WordFault.SHORT),
        (OwnWord(WordGroup.SECRECY, "2012"), WordFault.NO_LETTER),
        (OwnWord(WordGroup.SECRECY, "。，"), WordFault.NO_LETTER),
        (OwnWord(WordGroup.SECRECY, "????"), WordFault.LOOSE_PATTERN),
        (OwnWord(WordGroup.SECRECY, "密##"), WordFault.LOOSE_PATTERN),
        (OwnWord(WordGroup.WRONG, "园#满", "圆满"), WordFault.NO_PATTERN_HERE),
        (OwnWord(WordGroup.WRONG, "园满"), WordFault.NO_BETTER),
        (OwnWord(WordGroup.WRONG, "园满", "园满"), WordFault.BETTER_HOLDS_IT),
        (OwnWord(WordGroup.WRONG, "公布", "公布署名"), WordFault.BETTER_HOLDS_IT),
        (OwnWord(WordGroup.HEALTH, "矽肺", "尘肺"), WordFault.BETTER_HERE),
        (OwnWord(WordGroup.WRONG, "布署", "部署"), WordFault.KNOWN),
        (OwnWord(WordGroup.SECRECY, "内部资料"), WordFault.KNOWN),
        (OwnWord(WordGroup.EXCEPT, "内部资料"), WordFault.MARK_OF_SECRECY),
        (OwnWord(WordGroup.EXCEPT, "公布署名"), WordFault.KNOWN),
        (OwnWord(WordGroup.EXCEPT, "西湖"), WordFault.NOTHING_IN_IT),
        (OwnWord(WordGroup.EXCEPT, "内部资料室"), None),
        (OwnWord(WordGroup.NUMBER, "0571-87654321"), None),
        (OwnWord(WordGroup.NUMBER, "12345"), WordFault.KNOWN),
        (OwnWord(WordGroup.NUMBER, "12"), WordFault.NO_NUMBER),
        (OwnWord(WordGroup.NUMBER, "电话"), WordFault.NO_NUMBER),
        (OwnWord(WordGroup.NUMBER, "1" * 16), WordFault.NO_NUMBER),
        (OwnWord(WordGroup.NUMBER, "87654321", "87654322"), WordFault.BETTER_HERE),
    ],
    ids=str,
)
def test_a_word_that_cannot_be_looked_for_is_told_apart(word, fault):
    assert fault_of(word, lexicon()) is fault


def test_what_ships_is_listed_once_each_with_its_group():
    listed = list(shipped_words())

    assert len({one.text for one in listed}) == len(listed)
    assert all(group_of(one.word) for one in listed if one.word)
    assert {group_of(one.word) for one in listed if one.word} == {*WordGroup} - {WordGroup.NUMBER}
