"""Masking leaves enough to recognize, hides what must be hidden, and never lengthens."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sunlit.screening import masking
from sunlit.screening.kinds import Kind
from sunlit.screening.lexicons import lexicon
from sunlit.screening.masking import OFFICIAL, Masking
from sunlit.screening.official import Form, official
from sunlit.screening.rules import screen_text
from tests.screening.reading import an_id

ANY = st.text(st.sampled_from("0123456789０１张三欧阳·•号幢室AbX@. -（）\n\u200b"), max_size=30)


@pytest.mark.parametrize(
    ("kind", "given_", "shown"),
    [
        (Kind.ID_NUMBER, "330102199001011234", "330102********1234"),
        (Kind.ID_NUMBER, "330102 19900101 123X", "330102 ******** 123X"),
        (Kind.ID_NUMBER, "330102900101123", "330102*****1123"),
        (Kind.MOBILE, "13812345678", "138****5678"),
        (Kind.MOBILE, "138 1234 5678", "138 **** 5678"),
        (Kind.MOBILE, "8613812345678", "86138****5678"),
        (Kind.LANDLINE, "0571-87654321", "0571-******21"),
        (Kind.LANDLINE, "010-62345678", "010-******78"),
        (Kind.LANDLINE, "87654321", "******21"),
        (Kind.BANK_CARD, "6222021234567890128", "***************0128"),
        (Kind.PLATE, "浙A12345", "浙A****5"),
        (Kind.PASSPORT, "E12345678", "E******78"),
        (Kind.EMAIL, "zhang@qq.com", "z****@qq.com"),
        (Kind.EMAIL, "z@qq.com", "*@qq.com"),
        (Kind.NAME_WITH_ID, "张三", "张某"),
        (Kind.NAME_WITH_ID, "张三丰", "张某某"),
        (Kind.NAME_WITH_ID, "欧阳修文", "欧阳某某"),
        (Kind.NAME_WITH_ID, "阿卜杜·热合曼", "阿卜杜·某某某"),
        (Kind.ADDRESS, "西湖区文三路100号3幢501室", "西湖区文三路****"),
    ],
)
def test_each_kind_is_masked_as_offices_do(kind, given_, shown):
    assert OFFICIAL.shown(kind, given_) == shown


@pytest.mark.parametrize(
    ("kind", "form", "given_", "shown"),
    [
        (Kind.ID_NUMBER, Form(3, 2), "330102199001011234", "330*************34"),
        (Kind.ID_NUMBER, Form(0, 0, "×"), "330102 19900101 123X", "×××××× ×××××××× ××××"),
        (Kind.MOBILE, Form(0, 4), "8613812345678", "86*******5678"),
        (Kind.LANDLINE, Form(0, 0), "0571-87654321", "****-********"),
        (Kind.LANDLINE, Form(4, 3), "010-62345678", "010-*****678"),
        (Kind.BANK_CARD, Form(6, 4), "6222021234567890128", "622202*********0128"),
        (Kind.EMAIL, Form(3, 0), "zhang@qq.com", "zha**@qq.com"),
        (Kind.NAME_WITH_ID, Form(1, 1, "＊"), "张三丰", "张＊丰"),
        (Kind.NAME_WITH_ID, Form(1, 1, "某"), "张三", "张某"),
        (Kind.NAME_WITH_ID, Form(0, 0, "某"), "欧阳修文", "某某某某"),
        (Kind.ADDRESS, Form(3, 0), "西湖区文三路100号3幢501室", "西湖区****"),
        (Kind.HEALTH, Form(0, 0, "■"), "乙肝", "■■"),
    ],
)
def test_each_kind_is_masked_in_the_form_that_an_office_sets(kind, form, given_, shown):
    assert Masking({kind: form}).shown(kind, given_) == shown


def test_the_official_form_shows_no_more_than_its_own_floor():
    assert set(official()) == set(masking.MASKS)
    for kind, one in official().items():
        assert one.first <= one.most_first, kind
        assert one.last <= one.most_last, kind
        assert one.sign in one.signs, kind
        assert OFFICIAL.shown(kind, one.example) != one.example


def test_the_sign_for_a_given_name_can_be_chosen():
    text = f"张三丰，{an_id()}"
    found = screen_text(text, lexicon())

    assert masking.masked(text, found).startswith("张某某，330102****")
    how = Masking({Kind.NAME_WITH_ID: Form(1, 0, "＊")})
    assert masking.masked(text, found, how=how).startswith("张＊＊，330102****")


@st.composite
def forms(draw, kind):
    """Return any form of a kind that its floor allows."""
    floor = official()[kind]
    signs = st.sampled_from(floor.signs)
    most = st.integers(0, floor.most_first), st.integers(0, floor.most_last)
    return Form(draw(most[0]), draw(most[1]), draw(signs))


@given(st.sampled_from(sorted(masking.MASKS)), ANY, st.data())
def test_masking_never_lengthens(kind, text, data):
    how = Masking({kind: data.draw(forms(kind))})

    assert len(how.shown(kind, text)) <= len(text)


NUMBERS = [Kind.ID_NUMBER, Kind.MOBILE, Kind.BANK_CARD, Kind.PLATE, Kind.PASSPORT]


@given(st.sampled_from(NUMBERS), ANY, st.data())
def test_no_form_shows_a_number_whole(kind, text, data):
    signs = sum(sign.isalnum() for sign in text)
    how = Masking({kind: data.draw(forms(kind))})

    assert not signs or sum(s.isalnum() for s in how.shown(kind, text)) < signs


@given(st.sampled_from(NUMBERS), ANY)
def test_masking_twice_shows_no_more_than_once(kind, text):
    once = OFFICIAL.shown(kind, text)

    assert OFFICIAL.shown(kind, once).count("*") >= once.count("*")


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


@given(TEXT, st.data())
def test_nothing_that_can_be_masked_is_found_again(text, data):
    how = Masking({kind: data.draw(forms(kind)) for kind in masking.MASKS})
    shown = masking.masked(text, screen_text(text, lexicon()), how=how)

    numbers = {Kind.ID_NUMBER, Kind.MOBILE, Kind.PLATE, Kind.ADDRESS}
    assert len(shown) <= len(text)
    assert not [one for one in screen_text(shown, lexicon()) if one.kind in numbers]


def test_what_overlaps_is_masked_as_a_whole():
    text = "家住文三路100号3幢13812345678室"
    found = screen_text("x" + text, lexicon())

    assert "13812345678" not in masking.masked("x" + text, found)
