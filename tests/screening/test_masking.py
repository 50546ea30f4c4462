"""Masking leaves enough to recognize, hides what must be hidden, and never lengthens."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sunlit.screening import masking
from sunlit.screening.kinds import Kind
from sunlit.screening.lexicons import lexicon
from sunlit.screening.rules import screen_text
from tests.screening.reading import an_id

ANY = st.text(st.sampled_from("0123456789０１张三欧阳·•号幢室AbX@. -（）\n\u200b"), max_size=30)


@pytest.mark.parametrize(
    ("mask", "given_", "shown"),
    [
        (masking.id_number, "330102199001011234", "330102********1234"),
        (masking.id_number, "330102 19900101 123X", "330102 ******** 123X"),
        (masking.id_number, "330102900101123", "330102*****1123"),
        (masking.mobile, "13812345678", "138****5678"),
        (masking.mobile, "138 1234 5678", "138 **** 5678"),
        (masking.mobile, "8613812345678", "86138****5678"),
        (masking.landline, "0571-87654321", "0571-******21"),
        (masking.landline, "010-62345678", "010-******78"),
        (masking.landline, "87654321", "******21"),
        (masking.bank_card, "6222021234567890128", "***************0128"),
        (masking.plate, "浙A12345", "浙A****5"),
        (masking.passport, "E12345678", "E******78"),
        (masking.email, "zhang@qq.com", "z****@qq.com"),
        (masking.email, "z@qq.com", "*@qq.com"),
        (masking.name, "张三", "张某"),
        (masking.name, "张三丰", "张某某"),
        (masking.name, "欧阳修文", "欧阳某某"),
        (masking.name, "阿卜杜·热合曼", "阿卜杜·某某某"),
        (masking.address, "西湖区文三路100号3幢501室", "西湖区文三路****"),
    ],
)
def test_each_kind_is_masked_as_offices_do(mask, given_, shown):
    assert mask(given_) == shown


def test_the_sign_for_a_given_name_can_be_chosen():
    text = f"张三丰，{an_id()}"
    found = screen_text(text, lexicon())

    assert masking.masked(text, found).startswith("张某某，330102****")
    assert masking.masked(text, found, how=masking.Masking(names="*")).startswith("张**，")


@given(st.sampled_from(sorted(masking.MASKS)), ANY)
def test_masking_never_lengthens(kind, text):
    assert len(masking.MASKS[kind](text)) <= len(text)


@given(st.sampled_from([Kind.ID_NUMBER, Kind.MOBILE, Kind.BANK_CARD, Kind.PLATE]), ANY)
def test_masking_never_shows_a_number_whole(kind, text):
    signs = sum(sign.isalnum() for sign in text)

    assert not signs or sum(s.isalnum() for s in masking.MASKS[kind](text)) < signs


@given(ANY)
def test_masking_twice_shows_no_more_than_once(text):
    once = masking.id_number(text)

    assert masking.id_number(once).count("*") >= once.count("*")


TEXT = st.lists(
    st.sampled_from(
        [
            "张三",
            "，",
            an_id(),
            "13812345678",
            "家住西湖区文三路100号3幢501室",
            "浙A12345",
            "乙肝",
            "\n",
            "秘密★",
        ]
    ),
    max_size=12,
).map("".join)


@given(TEXT)
def test_nothing_that_can_be_masked_is_found_again(text):
    shown = masking.masked(text, screen_text(text, lexicon()))

    numbers = {Kind.ID_NUMBER, Kind.MOBILE, Kind.PLATE, Kind.ADDRESS}
    assert len(shown) <= len(text)
    assert not [one for one in screen_text(shown, lexicon()) if one.kind in numbers]


def test_what_overlaps_is_masked_as_a_whole():
    text = "家住文三路100号3幢13812345678室"
    found = screen_text("x" + text, lexicon())

    assert "13812345678" not in masking.masked("x" + text, found)
