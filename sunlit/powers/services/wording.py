"""The act by which the words of an article that a power rests on are kept, with their source."""

from datetime import date
from typing import cast

from django.db import transaction

from sunlit.organization.models import Official
from sunlit.powers import events, policies
from sunlit.powers.models import LegalBasis, Power
from sunlit.powers.services.steps import enter, locked


@transaction.atomic(durable=True)
def set_article_text(
    *, record_id: int, by: Official, today: date, article: str, text: str, source: str
) -> Power:
    """Keep the words of an article that a power rests on, and say where they were taken from.

    `article` is the key of one of the power's legal bases. Raises Refused for another.
    """
    power = locked(record_id, by)
    if refusal := policies.why_not_set_responsibilities(by, power):
        raise refusal
    basis = LegalBasis.objects.filter(power=power, pk=article, until=None).first()
    if refusal := policies.why_not_word(basis, text, source):
        raise refusal
    worded = cast("LegalBasis", basis)  # None was refused
    worded.text, worded.text_source = text, source
    worded.save(update_fields=["text", "text_source"])
    event = events.ArticleWorded(power.code, str(worded), source)
    enter(event, power, by=by, on=today, basis="power.list")
    return power
