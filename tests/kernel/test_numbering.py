"""An index number is composed by the agency's pattern and read back."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sunlit.kernel.numbering import SAMPLE_PATTERN, IndexNumber, compose, parse
from sunlit.kernel.refusals import Unacceptable

FIRST = IndexNumber(agency="000201200", year=2012, month=1, serial=1)


def test_the_default_pattern_gives_the_national_form():
    assert compose(SAMPLE_PATTERN, FIRST) == "000201200/201201-00001"
    assert parse(SAMPLE_PATTERN, "000201200/201201-00001") == FIRST


def test_another_pattern_may_leave_the_month_out():
    number = IndexNumber(agency="CG01", year=2012, serial=7)
    assert compose("{agency}-{year}-{serial}", number) == "CG01-2012-7"
    assert parse("{agency}-{year}-{serial}", "CG01-2012-7") == number


@settings(deadline=None)
@given(
    st.from_regex(r"[0-9A-Za-z]{1,12}", fullmatch=True),
    st.integers(1949, 9999),
    st.integers(1, 12),
    st.integers(1, 10**7),
)
def test_what_is_composed_is_read_back(agency: str, year: int, month: int, serial: int):
    number = IndexNumber(agency=agency, year=year, month=month, serial=serial)
    assert parse(SAMPLE_PATTERN, compose(SAMPLE_PATTERN, number)) == number


@pytest.mark.parametrize(
    "text",
    ["", "000201200/201213-00001", "000201200/201201-0001", "000201200/201201-000001",
     "000201200/201201-00000", "000201200/201201-00001/", "000201200/201201-0000１"],
)  # fmt: skip
def test_a_number_of_another_form_is_refused(text: str):
    with pytest.raises(Unacceptable, match="索引号"):
        parse(SAMPLE_PATTERN, text)


@pytest.mark.parametrize(
    "pattern",
    ["", "{agency}", "{agency}/{year}/{year}-{serial}", "{agency}{0}{year}{serial}", "{agency",
     "{agency}/{year} {serial}", "{agency}/{year}-{serial!r}", "{agency:9}/{year}-{serial}"],
)  # fmt: skip
def test_a_pattern_that_cannot_be_read_back_is_refused(pattern: str):
    with pytest.raises(Unacceptable, match="格式"):
        compose(pattern, FIRST)


@pytest.mark.parametrize(
    "number",
    [
        IndexNumber(agency="", year=2012, month=1, serial=1),
        IndexNumber(agency="城管", year=2012, month=1, serial=1),
        IndexNumber(agency="1", year=2012, month=0, serial=1),
        IndexNumber(agency="1", year=2012, month=1, serial=0),
    ],
)
def test_values_that_make_no_number_are_refused(number: IndexNumber):
    with pytest.raises(Unacceptable, match="索引号"):
        compose(SAMPLE_PATTERN, number)
