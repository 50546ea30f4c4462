"""The act on the calendar: taking in a notice that came after this version of the program."""

from datetime import date

from django.db import transaction

from sunlit.kernel.calendar import load_calendar
from sunlit.kernel.notices import Notice, shipped_notices
from sunlit.ledger.services import record
from sunlit.organization.events.notices import HolidayNoticeTakenIn
from sunlit.organization.models import Agency, HolidayNotice, Official
from sunlit.organization.policies import notices as policies
from sunlit.organization.rules.notices import changed_days, notices_in, plain
from sunlit.organization.selectors.calendars import notices_taken_in
from sunlit.organization.selectors.once import forget_settings_read
from sunlit.organization.services.founding import records_post


def new_notices(agency: Agency, text: str, *, today: date) -> tuple[Notice, ...]:
    """Return the notices of a file that an agency could take in now; refuse a file without.

    A file may repeat notices that are known, as those of this program do. Raises Refused.
    """
    taken_in = notices_taken_in(agency.pk)
    known = [*shipped_notices(), *taken_in]
    given = notices_in(text)
    new = [one for one in given if one not in known]
    for notice in new or given:
        refusal = policies.why_not_this_notice(
            notice, known=known, calendar=load_calendar(later=taken_in), today=today
        )
        if refusal:
            raise refusal
        known.append(notice)
        taken_in += (notice,)
    return tuple(new)


@transaction.atomic(durable=True)
def take_in_notices(
    *, agency: Agency, today: date, text: str, by: Official | None = None
) -> HolidayNotice:
    """Take the new notices of a file into the agency's calendar, with one entry for each.

    `text` is a year file; the latest record is returned. Without `by`, the operator of the
    installation did it. Raises Refused.
    """
    Agency.objects.select_for_update().get(pk=agency.pk)  # two at once: the second sees the first
    author = by or records_post(agency, today=today)
    if refusal := policies.why_not_take_in(author):
        raise refusal
    for notice in new_notices(agency, text, today=today):
        before = load_calendar(later=notices_taken_in(agency.pk))
        one = HolidayNotice.objects.create(
            agency=agency,
            year=notice.year,
            title=notice.title,
            number=notice.number,
            issued_on=notice.issued_on,
            arrangement=plain(notice),
            taken_in_on=today,
        )
        changed = changed_days(before, load_calendar(later=notices_taken_in(agency.pk)))
        event = HolidayNoticeTakenIn(
            year=one.year,
            title=one.title,
            number=one.number,
            issued_on=one.issued_on,
            made_off=tuple(day.on for day in changed if not day.is_working),
            made_worked=tuple(day.on for day in changed if day.is_working),
        )
        record(event, about=one, by=author, day=today, basis=policies.basis(today))
    forget_settings_read()
    return one
