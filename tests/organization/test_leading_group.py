from datetime import date

import pytest
from django.db import IntegrityError

from sunlit.measures.selectors import measure
from sunlit.organization.models import LeadingGroup, Seat, SeatRole
from sunlit.organization.selectors import leading_group
from tests.organization import factories

pytestmark = pytest.mark.django_db

CODE = "organization.leading_group_members"


def group(adjusted_on, *, members):
    """A leading group with a chair, a vice-chair and so many members."""
    office = factories.office()
    found = LeadingGroup.objects.create(
        agency=factories.agency(),
        name="政务公开领导小组",
        adjusted_on=adjusted_on,
        adjusting_document="文件",
        office_name="领导小组办公室",
        co_located_with=office,
        office_director="办公室主任",
    )
    roles = [SeatRole.CHAIR, SeatRole.VICE_CHAIR, *[SeatRole.MEMBER] * members]
    for number, role in enumerate(roles):
        Seat.objects.create(group=found, role=role, title=f"职务{number}", office=office)
    return found


@pytest.mark.parametrize(
    ("year", "members"), [(2029, 0), (2030, 2), (2031, 3), (2032, 3), (2033, 1)]
)
def test_members_are_counted_in_the_group_as_it_stood_at_the_years_end(year, members):
    group(date(2030, 12, 31), members=2)
    group(date(2031, 2, 17), members=3)
    group(date(2033, 1, 1), members=1)

    found = measure(CODE, factories.agency(), year)

    assert found.value == members
    assert all(face.title == "" for face in found.faces)


def test_the_group_of_a_day_is_the_one_last_adjusted_by_then():
    first = group(date(2031, 2, 17), members=1)
    second = group(date(2031, 6, 1), members=1)

    agency = factories.agency()
    assert leading_group(agency, on=date(2031, 2, 16)) is None
    assert leading_group(agency, on=date(2031, 5, 31)) == first
    assert leading_group(agency, on=date(2031, 6, 1)) == second
    assert leading_group(factories.agency("OTHER"), on=date(2031, 6, 1)) is None


def test_a_group_has_one_chair():
    found = group(date(2031, 2, 17), members=1)

    with pytest.raises(IntegrityError):
        Seat.objects.create(
            group=found, role=SeatRole.CHAIR, title="又一组长", office=factories.office()
        )
