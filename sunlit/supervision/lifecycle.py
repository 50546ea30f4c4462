"""What can become of an opinion. Every arrow names its provision."""

from django.db.models import TextChoices
from django.utils.translation import pgettext_lazy


class OpinionStatus(TextChoices):
    """Whether an opinion was answered, and how far it was followed."""

    AWAITING = "awaiting", pgettext_lazy("opinion", "awaiting an answer")
    ADOPTED = "adopted", pgettext_lazy("opinion", "adopted")
    PARTLY_ADOPTED = "partly_adopted", pgettext_lazy("opinion", "partly adopted")
    NOT_ADOPTED = "not_adopted", pgettext_lazy("opinion", "not adopted")


OUTCOMES = (OpinionStatus.ADOPTED, OpinionStatus.PARTLY_ADOPTED, OpinionStatus.NOT_ADOPTED)

TRANSITIONS: dict[tuple[OpinionStatus, OpinionStatus], str] = {
    (OpinionStatus.AWAITING, OpinionStatus.ADOPTED): "supervision.supervisors",
    (OpinionStatus.AWAITING, OpinionStatus.PARTLY_ADOPTED): "supervision.supervisors",
    (OpinionStatus.AWAITING, OpinionStatus.NOT_ADOPTED): "supervision.supervisors",
}
