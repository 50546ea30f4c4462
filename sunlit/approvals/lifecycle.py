"""The lives of a licence case and of a penalty case. Every arrow names its provision."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Status(TextChoices):
    """Where an application for a licence stands.

    Publication may come before delivery: such a case stays published when it is delivered.
    """

    RECEIVED = "received", pgettext_lazy("licence", "received")
    AWAITING_SUPPLEMENT = "awaiting_supplement", _("awaiting a supplement")
    ACCEPTED = "accepted", pgettext_lazy("licence", "accepted")
    SURVEYED = "surveyed", _("surveyed on the spot")
    REVIEWED = "reviewed", pgettext_lazy("licence", "reviewed")
    DECIDED = "decided", pgettext_lazy("licence", "decided")
    DELIVERED = "delivered", pgettext_lazy("licence", "delivered")
    PUBLISHED = "published", pgettext_lazy("licence", "result published")
    WITHDRAWN = "withdrawn", _("withdrawn by the applicant")
    ABANDONED = "abandoned", _("abandoned: not supplemented in time")
    DECLINED = "declined", _("not accepted: not for this agency")


TRANSITIONS: dict[tuple[Status, Status], str] = {
    (Status.RECEIVED, Status.AWAITING_SUPPLEMENT): "licence.correction_notice",
    (Status.RECEIVED, Status.ACCEPTED): "licence.accept",
    (Status.RECEIVED, Status.DECLINED): "licence.accept",
    (Status.AWAITING_SUPPLEMENT, Status.ACCEPTED): "licence.accept",
    (Status.AWAITING_SUPPLEMENT, Status.ABANDONED): "licence.correction_notice",
    (Status.ACCEPTED, Status.SURVEYED): "licence.survey",
    (Status.ACCEPTED, Status.REVIEWED): "licence.survey",
    (Status.SURVEYED, Status.REVIEWED): "licence.survey",
    (Status.REVIEWED, Status.DECIDED): "licence.decide",
    (Status.DECIDED, Status.DELIVERED): "licence.deliver",
    (Status.DECIDED, Status.PUBLISHED): "licence.publish",
    (Status.DELIVERED, Status.PUBLISHED): "licence.publish",
    (Status.RECEIVED, Status.WITHDRAWN): "licence.withdraw",
    (Status.AWAITING_SUPPLEMENT, Status.WITHDRAWN): "licence.withdraw",
    (Status.ACCEPTED, Status.WITHDRAWN): "licence.withdraw",
    (Status.SURVEYED, Status.WITHDRAWN): "licence.withdraw",
    (Status.REVIEWED, Status.WITHDRAWN): "licence.withdraw",
}


class PenaltyStatus(TextChoices):
    """Where a penalty case stands. Payment is a fact beside it."""

    FILED = "filed", pgettext_lazy("penalty", "filed")
    NOTIFIED = "notified", _("party told of facts and rights")
    HEARD = "heard", _("hearing held")
    DECIDED = "decided", pgettext_lazy("penalty", "decided")
    SERVED = "served", pgettext_lazy("penalty", "served")
    PUBLISHED = "published", pgettext_lazy("penalty", "decision published")
    DROPPED = "dropped", _("dropped: the facts do not stand")
    NO_PENALTY = "no_penalty", _("no penalty imposed")
    TRANSFERRED = "transferred", _("transferred to the police")
    CLOSED = "closed", pgettext_lazy("penalty", "closed")


UNDECIDED = (PenaltyStatus.FILED, PenaltyStatus.NOTIFIED, PenaltyStatus.HEARD)
"""The stages before a decision; from each of them a case can end without a penalty."""
ENDED = (
    PenaltyStatus.DROPPED,
    PenaltyStatus.NO_PENALTY,
    PenaltyStatus.TRANSFERRED,
    PenaltyStatus.CLOSED,
)
"""The stages after which nothing follows."""


PENALTY_TRANSITIONS: dict[tuple[PenaltyStatus, PenaltyStatus], str] = {
    (PenaltyStatus.FILED, PenaltyStatus.NOTIFIED): "penalty.notify",
    (PenaltyStatus.NOTIFIED, PenaltyStatus.NOTIFIED): "penalty.notify",
    (PenaltyStatus.NOTIFIED, PenaltyStatus.HEARD): "penalty.hearing",
    (PenaltyStatus.NOTIFIED, PenaltyStatus.DECIDED): "penalty.decide",
    (PenaltyStatus.HEARD, PenaltyStatus.DECIDED): "penalty.decide",
    (PenaltyStatus.DECIDED, PenaltyStatus.SERVED): "penalty.serve",
    (PenaltyStatus.SERVED, PenaltyStatus.PUBLISHED): "penalty.publish",
    (PenaltyStatus.FILED, PenaltyStatus.DROPPED): "penalty.drop",
    (PenaltyStatus.NOTIFIED, PenaltyStatus.DROPPED): "penalty.drop",
    (PenaltyStatus.HEARD, PenaltyStatus.DROPPED): "penalty.drop",
    (PenaltyStatus.FILED, PenaltyStatus.NO_PENALTY): "penalty.no_penalty",
    (PenaltyStatus.NOTIFIED, PenaltyStatus.NO_PENALTY): "penalty.no_penalty",
    (PenaltyStatus.HEARD, PenaltyStatus.NO_PENALTY): "penalty.no_penalty",
    (PenaltyStatus.FILED, PenaltyStatus.TRANSFERRED): "penalty.transfer",
    (PenaltyStatus.NOTIFIED, PenaltyStatus.TRANSFERRED): "penalty.transfer",
    (PenaltyStatus.HEARD, PenaltyStatus.TRANSFERRED): "penalty.transfer",
    (PenaltyStatus.SERVED, PenaltyStatus.CLOSED): "penalty.close",
    (PenaltyStatus.PUBLISHED, PenaltyStatus.CLOSED): "penalty.close",
}


class CoercionStatus(TextChoices):
    """Where a coercion case stands."""

    DECIDED = "decided", pgettext_lazy("coercion", "decided")
    ANNOUNCED = "announced", _("announced, with time to remove")
    DEMANDED = "demanded", _("demanded in writing")
    ORDERED = "ordered", _("enforcement decided")
    APPROVED = "approved", _("approved by the government")
    SET = "set", _("served, and its day announced")
    INVENTORIED = "inventoried", _("inventory taken")
    CARRIED_OUT = "carried_out", _("carried out")
    APPLIED = "applied", _("court applied to")
    STOPPED = "stopped", _("stopped")
    LIFTED = "lifted", _("lifted")
    CLOSED = "closed", pgettext_lazy("coercion", "closed")


COERCION_TRANSITIONS: dict[tuple[CoercionStatus, CoercionStatus], str] = {
    (CoercionStatus.DECIDED, CoercionStatus.ANNOUNCED): "coercion.announce",
    (CoercionStatus.ANNOUNCED, CoercionStatus.DEMANDED): "coercion.demand",
    (CoercionStatus.DECIDED, CoercionStatus.DEMANDED): "coercion.demand",
    (CoercionStatus.DEMANDED, CoercionStatus.ORDERED): "coercion.order",
    (CoercionStatus.ORDERED, CoercionStatus.APPROVED): "coercion.government",
    (CoercionStatus.APPROVED, CoercionStatus.SET): "coercion.set_day",
    (CoercionStatus.ORDERED, CoercionStatus.SET): "coercion.set_day",
    (CoercionStatus.SET, CoercionStatus.INVENTORIED): "coercion.inventory",
    (CoercionStatus.DECIDED, CoercionStatus.INVENTORIED): "coercion.inventory",
    (CoercionStatus.INVENTORIED, CoercionStatus.CARRIED_OUT): "coercion.carry_out",
    (CoercionStatus.DEMANDED, CoercionStatus.CARRIED_OUT): "coercion.substitute",
    (CoercionStatus.DECIDED, CoercionStatus.CARRIED_OUT): "coercion.clearance",
    (CoercionStatus.DEMANDED, CoercionStatus.APPLIED): "coercion.apply_to_court",
    (CoercionStatus.INVENTORIED, CoercionStatus.LIFTED): "coercion.lift",
    (CoercionStatus.DECIDED, CoercionStatus.LIFTED): "coercion.lift",
    (CoercionStatus.DECIDED, CoercionStatus.STOPPED): "coercion.stop",
    (CoercionStatus.ANNOUNCED, CoercionStatus.STOPPED): "coercion.stop",
    (CoercionStatus.DEMANDED, CoercionStatus.STOPPED): "coercion.stop",
    (CoercionStatus.ORDERED, CoercionStatus.STOPPED): "coercion.stop",
    (CoercionStatus.APPROVED, CoercionStatus.STOPPED): "coercion.stop",
    (CoercionStatus.SET, CoercionStatus.STOPPED): "coercion.stop",
    (CoercionStatus.CARRIED_OUT, CoercionStatus.CLOSED): "coercion.close",
    (CoercionStatus.LIFTED, CoercionStatus.CLOSED): "coercion.close",
    (CoercionStatus.STOPPED, CoercionStatus.CLOSED): "coercion.close",
    (CoercionStatus.APPLIED, CoercionStatus.CLOSED): "coercion.close",
}
