"""What the figures of the clean-up count, and what was in force on a day."""

from datetime import date, timedelta

import pytest

from sunlit.measures.selectors import measure
from sunlit.norms import selectors
from tests.norms.factories import DECIDED, document, taken
from tests.organization.factories import agency

pytestmark = pytest.mark.django_db


def counted(code, year=2012):
    """Return how many records a figure counts."""
    return measure(code, agency(), year).value


def test_the_figures_count_what_the_clean_up_of_the_year_decided(tmp_path):
    taken(tmp_path)

    assert counted("norms.reviewed") == 4
    assert counted("norms.repealed") == 1
    assert counted("norms.retained") == 1
    assert counted("norms.results_published") == 3
    assert counted("norms.reviewed", 2013) == 0


def test_a_document_is_shown_with_its_number_and_page(tmp_path):
    taken(tmp_path)

    face = measure("norms.repealed", agency(), 2012).faces[0]

    assert (face.id, face.number, face.title) == ("/norms/GF01/", "GF01", "遮阳棚通知")


def test_the_library_keeps_what_is_no_longer_in_force(tmp_path):
    taken(tmp_path)

    def codes(documents):
        return [one.code for one in documents]

    assert codes(selectors.library(agency(), on=DECIDED)) == ["GF01", "GF02", "GF03", "GF04"]
    assert codes(selectors.in_force(agency(), on=DECIDED)) == ["GF02", "GF03"]
    before = DECIDED - timedelta(days=1)
    assert codes(selectors.in_force(agency(), on=before)) == ["GF01", "GF02", "GF03", "GF04"]
    assert codes(selectors.library(agency(), on=date(2005, 1, 1))) == ["GF01", "GF04"]


def test_a_document_whose_validity_ends_soon_is_named_in_time():
    document("GF14", valid_until=date(2014, 6, 11))
    document("GF15")

    def ending(on):
        return [one.code for one in selectors.ending_soon(agency(), on=on, days=180)]

    assert ending(date(2013, 6, 1)) == []
    assert ending(date(2014, 1, 1)) == ["GF14"]
    assert ending(date(2014, 6, 12)) == []
