"""The same value gives the same bytes, for ever."""

import json
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sunlit.kernel.canonical import canonical_json, digest

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(st.characters(codec="utf-8")),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(st.characters(codec="utf-8")), inner),
)


def test_keys_are_sorted_and_nothing_is_escaped():
    value = {"乙": (1, None), "a": True, "b": Decimal("2.40"), "c": date(2012, 2, 8)}
    assert canonical_json(value) == '{"a":true,"b":"2.40","c":"2012-02-08","乙":[1,null]}'.encode()


def test_a_moment_is_the_same_in_every_zone():
    here = datetime(2012, 2, 8, 17, 30, tzinfo=timezone(timedelta(hours=8)))
    assert canonical_json(here) == canonical_json(here.astimezone(UTC)) == b'"2012-02-08T09:30:00Z"'


@pytest.mark.parametrize(
    "value",
    [1.5, float("nan"), [0.0], {1: "a"}, b"bytes", {1, 2}, object(), Decimal("NaN"),
     datetime(2012, 2, 8)],  # noqa: DTZ001  the absence of a zone is the point
)  # fmt: skip
def test_what_has_no_one_form_is_an_error(value: object):
    with pytest.raises(TypeError):
        canonical_json(value)


@settings(deadline=None)
@given(VALUES)
def test_the_bytes_read_back_as_the_value(value: object):
    assert json.loads(canonical_json(value)) == value


def test_the_digest_is_sha256():
    assert digest(b"") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
