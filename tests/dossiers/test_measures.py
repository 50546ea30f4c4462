"""What the figures of recruitment and tenders count, and which stages are overdue."""

from datetime import date

import pytest

from sunlit.dossiers import selectors
from sunlit.dossiers.models import Stage
from sunlit.measures.selectors import measure
from tests.dossiers import factories
from tests.organization.factories import agency

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _year(tmp_path):
    """Take a recruitment and a tender in."""
    factories.taken(tmp_path)


def counted(code, year=2012):
    """Return how many records a figure counts."""
    return measure(code, agency(), year).value


def test_the_figures_count_what_was_published_appointed_and_awarded_in_the_year():
    assert counted("dossiers.recruited") == 2
    assert counted("dossiers.recruitment_stages_public") == 2
    assert counted("dossiers.tender_stages_public") == 3
    assert counted("dossiers.lots_awarded") == 1


def test_a_stage_counts_in_the_year_of_its_publication():
    Stage.objects.filter(dossier__kind="tender", seq=3).update(published_on=date(2013, 1, 4))

    assert counted("dossiers.tender_stages_public") == 2
    assert counted("dossiers.tender_stages_public", 2013) == 1
    assert counted("dossiers.recruited", 2013) == 0


def test_a_person_is_shown_by_admission_number_and_vacancy_alone():
    face = measure("dossiers.recruited", agency(), 2012).faces[0]

    assert (face.id, face.title, face.day) == ("CG2012-0104", "信息受理岗", date(2012, 9, 21))
    assert face.url == "/dossiers/2012/ZP01/"


def test_a_stage_that_nobody_published_is_overdue_after_twenty_working_days():
    def overdue(on):
        return [
            (stage.dossier.code, stage.seq) for stage in selectors.stages_overdue(agency(), on=on)
        ]

    assert overdue(date(2012, 10, 25)) == []
    assert overdue(date(2012, 10, 26)) == [("ZP01", 3)]


def test_the_clock_of_a_stage_runs_from_its_end_to_its_publication():
    stages = {stage.seq: stage for stage in Stage.objects.filter(dossier__kind="recruitment")}

    assert selectors.publication_clock(stages[1]) is None  # published while it ran
    written = selectors.publication_clock(stages[2])
    assert (written.start, written.ended_on, written.used) == (
        date(2012, 8, 4),
        date(2012, 8, 10),
        5,
    )
    unpublished = selectors.publication_clock(stages[3])
    assert (unpublished.ended_on, unpublished.due_on) == (None, date(2012, 10, 25))
