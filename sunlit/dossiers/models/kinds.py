"""What a dossier is about, and the provision that it rests on."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Kind(TextChoices):
    """What a dossier is about; `OTHER` is what an agency's own template says."""

    RECRUITMENT = "recruitment", _("recruitment")
    TENDER = "tender", _("tender")
    OTHER = "other", pgettext_lazy("dossier", "other matter")


BASIS = {
    Kind.RECRUITMENT: "recruitment.publicity",
    Kind.TENDER: "tender.publicity",
    Kind.OTHER: "disclosure.publish",
}
"""The provision that each kind of dossier rests on, by its name in `statutes`."""
