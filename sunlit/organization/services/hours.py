"""The act by which an agency sets its office hours."""

from datetime import date

from django.db import transaction

from sunlit import statutes
from sunlit.ledger.services import record
from sunlit.organization.acting import own
from sunlit.organization.events.hours import OfficeHoursSet
from sunlit.organization.models import Agency, Official, WorkingHours
from sunlit.organization.policies import hours as policies
from sunlit.organization.rules.hours import Week
from sunlit.organization.selectors.hours import hours_kept
from sunlit.organization.selectors.once import forget_settings_read


@transaction.atomic(durable=True)
def set_hours(
    *, agency: Agency, by: Official, today: date, week: Week, since: date, document: str
) -> WorkingHours:
    """Set the agency's office hours from a day on; the versions before are kept.

    `week` has the spans of each weekday, Monday first. Raises Refused: impossible hours,
    backwards, of others, or nothing new.
    """
    own(by, agency)
    Agency.objects.select_for_update().get(pk=agency.pk)  # two at once: the second sees the first
    if refusal := policies.why_not_set_hours(by):
        raise refusal
    kept = hours_kept(agency.pk)
    latest = kept[-1] if kept else None
    if refusal := policies.why_not_these_hours(week, since=since, today=today, latest=latest):
        raise refusal
    version = WorkingHours.objects.create(
        agency=agency, week=[list(day) for day in week], since=since, document=document
    )
    event = OfficeHoursSet(tuple(",".join(day) for day in week), since, document)
    basis = statutes.provision(policies.BASIS, on=today)
    record(event, about=version, by=by, day=today, basis=basis)
    forget_settings_read()
    return version
