"""The life of a complaint. Every arrow names its provision."""

from django.db.models import TextChoices
from django.utils.translation import pgettext_lazy


class Decision(TextChoices):
    """What was decided on a complaint when it came in."""

    ACCEPTED = "accepted", pgettext_lazy("complaint", "accepted")
    TRANSFERRED = "transferred", pgettext_lazy("complaint", "transferred")
    REFUSED = "refused", pgettext_lazy("complaint", "not accepted")


class Status(TextChoices):
    """Where a complaint stands."""

    RECEIVED = "received", pgettext_lazy("complaint", "received")
    ACCEPTED = "accepted", pgettext_lazy("complaint", "accepted")
    TRANSFERRED = "transferred", pgettext_lazy("complaint", "transferred")
    REFUSED = "refused", pgettext_lazy("complaint", "not accepted")
    DISPATCHED = "dispatched", pgettext_lazy("complaint", "with the office")
    RESOLVED = "resolved", pgettext_lazy("complaint", "handled")
    REPLIED = "replied", pgettext_lazy("complaint", "replied to")
    REOPENED = "reopened", pgettext_lazy("complaint", "sent back to be handled again")
    CLOSED = "closed", pgettext_lazy("complaint", "closed")


class Satisfaction(TextChoices):
    """What the person said when called back (回访)."""

    SATISFIED = "satisfied", pgettext_lazy("complaint", "satisfied")
    FAIRLY_SATISFIED = "fairly_satisfied", pgettext_lazy("complaint", "fairly satisfied")
    DISSATISFIED = "dissatisfied", pgettext_lazy("complaint", "dissatisfied")
    NOT_RATED = "not_rated", pgettext_lazy("complaint", "not rated")


DECIDED = {
    Decision.ACCEPTED: Status.ACCEPTED,
    Decision.TRANSFERRED: Status.TRANSFERRED,
    Decision.REFUSED: Status.REFUSED,
}
SENT_ELSEWHERE = (Status.TRANSFERRED, Status.REFUSED)
"""Statuses in which nothing more is to be done: the person was told where to turn."""

TRANSITIONS: dict[tuple[Status, Status], str] = {
    (Status.RECEIVED, Status.ACCEPTED): "complaints.accept",
    (Status.RECEIVED, Status.TRANSFERRED): "complaints.transfer",
    (Status.RECEIVED, Status.REFUSED): "complaints.refuse",
    (Status.ACCEPTED, Status.DISPATCHED): "complaints.dispatch",
    (Status.DISPATCHED, Status.RESOLVED): "complaints.handle",
    (Status.RESOLVED, Status.REPLIED): "complaints.reply",
    (Status.REPLIED, Status.REOPENED): "complaints.handle",
    (Status.REPLIED, Status.CLOSED): "complaints.reply",
    (Status.REOPENED, Status.CLOSED): "complaints.reply",
}
