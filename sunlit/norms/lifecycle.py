"""The life of a clean-up decision, from proposal to publication. Every arrow has its provision."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Status(TextChoices):
    """Where a decision about a document stands."""

    PROPOSED = "proposed", _("proposed")
    REVIEWED = "reviewed", _("legality reviewed")
    DECIDED = "decided", _("decided")
    PUBLISHED = "published", _("result published")


TRANSITIONS: dict[tuple[Status, Status], str] = {
    (Status.PROPOSED, Status.REVIEWED): "norms.legal_review",
    (Status.REVIEWED, Status.DECIDED): "norms.clean_up",
    (Status.DECIDED, Status.PUBLISHED): "norms.publish",
}
