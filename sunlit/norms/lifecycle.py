"""The lives of a clean-up decision and of a draft. Every arrow has its provision."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


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


class DraftStatus(TextChoices):
    """Where the draft of a normative document stands on its way to be published."""

    DRAFTED = "drafted", pgettext_lazy("draft of a norm", "being drafted")
    COMMENTING = "commenting", _("under public comment")
    HEARD = "heard", _("comments answered")
    FAIR = "fair", _("fair competition settled")
    SUBMITTED = "submitted", _("in legality review")
    REVIEWED = "reviewed", _("legality review passed")
    DECIDED = "decided", _("adopted by collective decision")
    REGISTERED = "registered", _("registered and numbered")
    PUBLISHED = "published", pgettext_lazy("draft of a norm", "published")
    FILED = "filed", _("filed for the record")
    DROPPED = "dropped", _("given up")


BEFORE_DECISION = (
    DraftStatus.DRAFTED,
    DraftStatus.COMMENTING,
    DraftStatus.HEARD,
    DraftStatus.FAIR,
    DraftStatus.SUBMITTED,
    DraftStatus.REVIEWED,
)
"""Until the collective decision a draft can be given up."""

DRAFT_TRANSITIONS: dict[tuple[DraftStatus, DraftStatus], str] = {
    (DraftStatus.DRAFTED, DraftStatus.COMMENTING): "norms.comments",
    (DraftStatus.DRAFTED, DraftStatus.HEARD): "norms.comments",
    (DraftStatus.COMMENTING, DraftStatus.HEARD): "norms.feedback",
    (DraftStatus.HEARD, DraftStatus.FAIR): "norms.fairness",
    (DraftStatus.HEARD, DraftStatus.SUBMITTED): "norms.draft_review",
    (DraftStatus.FAIR, DraftStatus.SUBMITTED): "norms.draft_review",
    (DraftStatus.SUBMITTED, DraftStatus.REVIEWED): "norms.draft_review",
    (DraftStatus.SUBMITTED, DraftStatus.HEARD): "norms.draft_review",
    (DraftStatus.SUBMITTED, DraftStatus.DRAFTED): "norms.draft_review",
    (DraftStatus.HEARD, DraftStatus.DRAFTED): "norms.fairness",
    (DraftStatus.REVIEWED, DraftStatus.DECIDED): "norms.collective",
    (DraftStatus.REVIEWED, DraftStatus.HEARD): "norms.collective",
    (DraftStatus.DECIDED, DraftStatus.REGISTERED): "norms.number",
    (DraftStatus.REGISTERED, DraftStatus.PUBLISHED): "norms.publish",
    (DraftStatus.PUBLISHED, DraftStatus.FILED): "norms.file",
    **{(status, DraftStatus.DROPPED): "norms.draft" for status in BEFORE_DECISION},
}
