"""The life of a file of reconsideration or litigation. Every arrow names its provision."""

from django.db.models import TextChoices
from django.utils.translation import pgettext_lazy


class Status(TextChoices):
    """Where the file stands."""

    FILED = "filed", pgettext_lazy("remedy", "applied for or sued")
    ACCEPTED = "accepted", pgettext_lazy("remedy", "accepted by the organ")
    NOTIFIED = "notified", pgettext_lazy("remedy", "reply to be made")
    REPLIED = "replied", pgettext_lazy("remedy", "reply made")
    HEARD = "heard", pgettext_lazy("remedy", "heard")
    DECIDED = "decided", pgettext_lazy("remedy", "decided")
    ARCHIVED = "archived", pgettext_lazy("remedy", "archived")


TRANSITIONS: dict[tuple[Status, Status], str] = {
    (Status.FILED, Status.ACCEPTED): "reconsideration.accept",
    (Status.ACCEPTED, Status.NOTIFIED): "reconsideration.reply",
    (Status.NOTIFIED, Status.REPLIED): "reconsideration.reply",
    (Status.REPLIED, Status.HEARD): "reconsideration.decide",
    (Status.NOTIFIED, Status.DECIDED): "reconsideration.decide",
    (Status.REPLIED, Status.DECIDED): "reconsideration.decide",
    (Status.HEARD, Status.DECIDED): "reconsideration.decide",
    (Status.DECIDED, Status.ARCHIVED): "remedies.archive",
}
"""The arrows of a reconsideration."""

LITIGATION_TRANSITIONS: dict[tuple[Status, Status], str] = {
    (Status.FILED, Status.ACCEPTED): "litigation.file",
    (Status.ACCEPTED, Status.NOTIFIED): "litigation.reply",
    (Status.NOTIFIED, Status.REPLIED): "litigation.reply",
    (Status.REPLIED, Status.HEARD): "litigation.decide",
    (Status.NOTIFIED, Status.DECIDED): "litigation.decide",
    (Status.REPLIED, Status.DECIDED): "litigation.decide",
    (Status.HEARD, Status.DECIDED): "litigation.decide",
    (Status.DECIDED, Status.ARCHIVED): "remedies.archive",
}
"""The arrows of a lawsuit: the same steps under another law."""
