"""The life of an item, from draft to publication and after. Every arrow names its provision."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Status(TextChoices):
    """Where an item stands on its way through the gate."""

    DRAFT = "draft", _("draft")
    SECTION_REVIEWED = "section_reviewed", _("reviewed by the section")
    SECRECY_REVIEWED = "secrecy_reviewed", _("reviewed for secrecy")
    APPROVED = "approved", _("approved for publication")
    SCHEDULED = "scheduled", _("to be published on its day")
    PUBLISHED = "published", _("published")
    WITHHELD = "withheld", _("withheld")
    WITHDRAWN = "withdrawn", _("no longer public")
    EXPIRED = "expired", _("public until its last day")
    MERGED = "merged", _("published as a new version")
    DROPPED = "dropped", _("revision given up")


UNDER_WAY = (
    Status.DRAFT,
    Status.SECTION_REVIEWED,
    Status.SECRECY_REVIEWED,
    Status.APPROVED,
    Status.SCHEDULED,
)
"""On the way through the gate."""


TRANSITIONS: dict[tuple[Status, Status], str] = {
    (Status.DRAFT, Status.SECTION_REVIEWED): "disclosure.secrecy_review",
    (Status.SECTION_REVIEWED, Status.SECRECY_REVIEWED): "disclosure.secrecy_review",
    (Status.SECRECY_REVIEWED, Status.APPROVED): "disclosure.secrecy_review",
    (Status.SECTION_REVIEWED, Status.DRAFT): "disclosure.secrecy_review",
    (Status.SECRECY_REVIEWED, Status.DRAFT): "disclosure.secrecy_review",
    (Status.APPROVED, Status.DRAFT): "disclosure.secrecy_review",
    (Status.SECRECY_REVIEWED, Status.WITHHELD): "disclosure.withheld",
    (Status.APPROVED, Status.PUBLISHED): "disclosure.publish",
    (Status.APPROVED, Status.SCHEDULED): "disclosure.publish",
    (Status.SCHEDULED, Status.APPROVED): "disclosure.publish",
    (Status.SCHEDULED, Status.DRAFT): "disclosure.secrecy_review",
    (Status.SCHEDULED, Status.PUBLISHED): "disclosure.publish",
    (Status.PUBLISHED, Status.EXPIRED): "disclosure.publish",
    (Status.PUBLISHED, Status.WITHDRAWN): "disclosure.correction",
    (Status.APPROVED, Status.MERGED): "disclosure.correction",
    (Status.SCHEDULED, Status.MERGED): "disclosure.correction",
    **{(status, Status.DROPPED): "disclosure.correction" for status in UNDER_WAY},
}
