"""Whom a decision is about (行政相对人)."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class PartyKind(TextChoices):
    """What the applicant or the party is in law."""

    PERSON = "person", _("natural person")
    SOLE_TRADER = "sole_trader", _("individual business")
    ORGANISATION = "organisation", pgettext_lazy("party", "organisation")
