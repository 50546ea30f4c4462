"""The acts on the agency's lexicon: a word is added, and retired."""

from datetime import date

from django.db import transaction

from sunlit.disclosure import events, policies, selectors
from sunlit.disclosure.models import LexiconEntry
from sunlit.disclosure.services.steps import enter, refuse_day_before
from sunlit.organization.models import Agency, Official
from sunlit.organization.selectors.once import forget_settings_read
from sunlit.screening.own import OwnWord, WordGroup, fault_of


@transaction.atomic(durable=True)
def add_word(
    *,
    agency: Agency,
    by: Official,
    today: date,
    group: str,
    text: str,
    reason: str,
    better: str = "",
) -> LexiconEntry:
    """Look for a word of the agency's own from now on, in what is public as well."""
    word = OwnWord(WordGroup(group), text.strip(), better.strip())
    if refusal := policies.why_not_change_lexicon(by) or policies.why_not_group(by, word.group):
        raise refusal
    Agency.objects.select_for_update(of=("self",)).get(pk=agency.pk)
    if refusal := policies.why_not_word(fault_of(word, selectors.lexicon_of(agency))):
        raise refusal
    reach = selectors.reach_of(agency, word)
    if refusal := policies.why_not_so_far(reach, word.group):
        raise refusal
    entry = LexiconEntry.objects.create(
        agency=agency, group=word.group.value, text=word.text, better=word.better, since=today,
        reason=reason, by=by, post=by.post,
    )  # fmt: skip
    event = events.WordAdded(
        group=entry.group, text=entry.text, better=entry.better, reason=reason, found=reach.found
    )
    enter(event, entry, policies.REVIEW, by=by, on=today)
    forget_settings_read()
    return entry


@transaction.atomic(durable=True)
def retire_word(*, record_id: int, by: Official, today: date, reason: str) -> LexiconEntry:
    """Look for a word of the agency's own no more."""
    kept = LexiconEntry.objects.select_for_update(of=("self",))
    entry = kept.get(pk=record_id, agency=by.agency)
    if refusal := policies.why_not_retire_word(by, entry):
        raise refusal
    refuse_day_before(entry.since, today)
    entry.retired_on, entry.retired_reason = today, reason
    entry.save(update_fields=["retired_on", "retired_reason"])
    event = events.WordRetired(group=entry.group, text=entry.text, reason=reason)
    enter(event, entry, policies.REVIEW, by=by, on=today)
    forget_settings_read()
    return entry
