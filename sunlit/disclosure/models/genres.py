"""The kinds of official documents (体裁)."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Genre(TextChoices):
    """What kind of official document it is (the kinds of the Regulations of 2012, art. 8)."""

    DECISION = "decision", pgettext_lazy("document", "decision")
    RESOLUTION = "resolution", _("resolution")
    ORDER = "order", _("order")
    COMMUNIQUE = "communique", _("communiqué")
    ANNOUNCEMENT = "announcement", pgettext_lazy("document", "announcement")
    PUBLIC_NOTICE = "public_notice", _("public notice")
    OPINION = "opinion", pgettext_lazy("document", "opinion")
    NOTICE = "notice", pgettext_lazy("document", "notice")
    CIRCULAR = "circular", pgettext_lazy("document", "circular")
    REPORT = "report", pgettext_lazy("document", "report")
    REQUEST = "request", _("request for instructions")
    REPLY = "reply", _("official reply")
    MOTION = "motion", _("motion")
    LETTER = "letter", pgettext_lazy("document", "letter")
    MINUTES = "minutes", pgettext_lazy("document", "minutes")
    OTHER = "other", _("other document")
