"""The sample's year in the official columns: every decided case has a row."""

import pytest

from sunlit.approvals.models import LicenceCase, PenaltyCase, PublicityRecord
from sunlit.approvals.publicity.facts import decision_of, decision_of_licence, decision_of_penalty
from sunlit.approvals.publicity.rows import row
from sunlit.approvals.publicity.sheets import Decisions, sheet, sheets
from sunlit.approvals.selectors import publicity as selectors
from tests import sample


@pytest.fixture(scope="module")
def loaded(django_db_setup, django_db_blocker):
    """Load the sample year once."""
    with django_db_blocker.unblock(), sample.loaded() as done:
        yield done


def test_every_case_of_the_year_has_a_row_in_every_sheet(loaded, db):
    blank = PublicityRecord(agency=loaded.agency)
    decisions = [
        *(decision_of_licence(one, blank) for one in LicenceCase.objects.select_related("power")),
        *(decision_of_penalty(one, blank) for one in PenaltyCase.objects.select_related("power")),
    ]

    assert len(decisions) == 150 + 111
    for one in decisions:
        for version in sheets(one.kind).values():
            assert len(row(one, version, for_public=True).texts) == len(version.codes)


def test_every_decided_case_of_the_year_has_its_record_and_its_number_in_the_row(loaded, db):
    records = selectors.publicity_records(loaded.agency)

    assert records.filter(licence__isnull=False).count() == 142
    assert records.filter(penalty__isnull=False).count() == 111
    for record in records:
        decision = decision_of(record)
        cells = row(decision, sheet(decision.kind), for_public=True).cells
        said = {cell.column.holds: cell.text for cell in cells}
        assert said["document_number"]
        assert said["decided_on"] == record.decided_on.strftime("%Y/%m/%d")


def test_the_files_of_the_year_hold_what_was_published_and_is_in_the_sheet(loaded, db):
    found = {
        kind: selectors.in_the_sheet(
            selectors.public_decisions(loaded.agency, kind, on=sample.TODAY)
        ).count()
        for kind in Decisions
    }

    assert found == {Decisions.LICENCES: 141, Decisions.PENALTIES: 98}
