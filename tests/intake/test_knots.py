"""Documents and numbers made to break the reader are refused with a sentence."""

from decimal import Decimal

import pytest
from django.db import models

from sunlit.approvals.models import PenaltyCase
from sunlit.intake.fitting import misfit
from sunlit.intake.tables import Unreadable, read_document

BOMB = "a: &a [x, x, x]\n" + "".join(f"b{n}: &b{n} [*a, *a, *a]\n" for n in range(9))


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (BOMB, 2),
        ("x: &x [*x]\n", 1),
        ("x: " + "[" * 5000 + "]" * 5000 + "\n", 1),
        ("? [a, b]\n: 1\n", 1),
        ("? {a: b}\n: 1\n", 1),
    ],
    ids=["many references", "a reference to itself", "too deep", "a list as name", "a map as name"],
)
def test_a_document_tied_in_knots_is_refused_with_its_line(tmp_path, text, line):
    path = tmp_path / "tender.yaml"
    path.write_text(text, encoding="utf-8")

    with pytest.raises(Unreadable) as refused:
        read_document(path)

    assert refused.value.fault.line == line


@pytest.mark.parametrize(
    ("field", "value", "fits"),
    [
        ("fine", Decimal("27500"), True),
        ("fine", Decimal("1e400"), False),
        ("fine", Decimal("999999999999999999"), False),
        ("fine", Decimal("0.001"), False),
        ("year", 2012, True),
        ("year", 99_999_999_999, False),
        ("number", "CF2012-001", True),
        ("number", "C" * 500, False),
    ],
)
def test_what_does_not_fit_its_field_is_told(field, value, fits):
    found = PenaltyCase._meta.get_field(field)
    assert isinstance(found, models.Field)
    assert (misfit(found, value) is None) is fits
