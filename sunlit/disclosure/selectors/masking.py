"""How an agency masks on a day."""

from datetime import date

from django.db.models import QuerySet

from sunlit.disclosure.models import MaskingRule
from sunlit.organization.models import Agency
from sunlit.organization.selectors.once import once
from sunlit.screening.kinds import Kind
from sunlit.screening.masking import Masking
from sunlit.screening.official import Form


def masking_rules(agency: Agency) -> QuerySet[MaskingRule]:
    """Return the rules that an agency has set, those of before as well."""
    return MaskingRule.objects.filter(agency=agency).order_by("kind", "-since")


def masking_of(agency: Agency, *, on: date) -> Masking:
    """Return how an agency masks on a day: as it has set it, else in the official form."""
    return Masking(_forms(once(_all_set, agency.pk), on))


def latest_masking_rule(agency: Agency, kind: str) -> MaskingRule | None:
    """Return the rule of a kind that was set last, if there is one; it may be to come."""
    return masking_rules(agency).filter(kind=kind).first()


def _all_set(agency_id: int) -> tuple[MaskingRule, ...]:
    return tuple(MaskingRule.objects.filter(agency_id=agency_id).order_by("kind", "since"))


def _forms(rules: tuple[MaskingRule, ...], on: date) -> dict[Kind, Form]:
    return {one.found: one.form for one in rules if one.since <= on}
