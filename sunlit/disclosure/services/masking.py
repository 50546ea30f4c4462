"""The act by which an agency sets how is masked."""

from datetime import date

from django.db import transaction

from sunlit.disclosure import events, policies, selectors
from sunlit.disclosure.models import MaskingRule
from sunlit.disclosure.services.steps import enter
from sunlit.organization.models import Agency, Official
from sunlit.organization.selectors.once import forget_settings_read
from sunlit.screening.kinds import Kind
from sunlit.screening.official import Form


@transaction.atomic(durable=True)
def set_masking(
    *,
    agency: Agency,
    by: Official,
    today: date,
    kind: str,
    first: int,
    last: int,
    sign: str,
    since: date,
    reason: str,
) -> MaskingRule:
    """Set how a kind of finding is masked from a day on; what is masked already stays as it is."""
    if refusal := policies.why_not_set_masking(by):
        raise refusal
    meant, form = Kind(kind), Form(first, last, sign)
    if refusal := policies.why_not_form(meant, form, on=since):
        raise refusal
    Agency.objects.select_for_update(of=("self",)).get(pk=agency.pk)
    latest = selectors.latest_masking_rule(agency, kind)
    was = selectors.masking_of(agency, on=since).form(meant)
    if refusal := policies.why_not_masked_since(since, latest, is_new=form != was, today=today):
        raise refusal
    rule = MaskingRule.objects.create(
        agency=agency, kind=kind, first=first, last=last, sign=sign, since=since, reason=reason
    )
    event = events.MaskingSet(
        kind=kind,
        first=first,
        last=last,
        sign=sign,
        was_first=was.first,
        was_last=was.last,
        was_sign=was.sign,
        since=since,
        reason=reason,
    )
    enter(event, rule, policies.PRIVACY, by=by, on=today)
    forget_settings_read()
    return rule
