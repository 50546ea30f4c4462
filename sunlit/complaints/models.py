"""The records of complaints."""

from datetime import date, datetime

from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from sunlit.complaints.lifecycle import (
    SENT_ELSEWHERE,
    TRANSITIONS,
    Decision,
    Satisfaction,
    Status,
)
from sunlit.kernel.refusals import WrongMoment
from sunlit.organization.belonging import OfYear
from sunlit.organization.models import Office, Subdistrict, Zone
from sunlit.powers.models import Power

UNDECIDED = ""


class Complaint(OfYear):
    """Somebody tells the agency what is wrong and asks it to act (投诉举报)."""

    number = models.CharField(_("number"), max_length=64)
    query_code = models.CharField(_("query code"), max_length=16, blank=True)
    received_at = models.DateTimeField(pgettext_lazy("complaint", "received at"))
    source = models.CharField(pgettext_lazy("complaint", "source"), max_length=100)
    complainant = models.CharField(_("complainant"), max_length=200)
    contact = models.CharField(_("contact"), max_length=200, blank=True)
    category = models.CharField(pgettext_lazy("complaint", "category"), max_length=100)
    zone = models.ForeignKey(
        Zone, on_delete=models.PROTECT, related_name="+", verbose_name=_("zone")
    )
    subdistrict = models.ForeignKey(
        Subdistrict, on_delete=models.PROTECT, related_name="+", verbose_name=_("subdistrict")
    )
    place = models.CharField(pgettext_lazy("complaint", "place"), max_length=300)
    text = models.TextField(pgettext_lazy("complaint", "what is wrong"))
    decision = models.CharField(
        pgettext_lazy("complaint", "decision"), max_length=16, choices=Decision, blank=True
    )
    decided_at = models.DateTimeField(
        pgettext_lazy("complaint", "decided at"), null=True, blank=True
    )
    due_on = models.DateField(
        _("to be handled by"),
        null=True,
        blank=True,
        help_text=_("The agreed day; the promised limit unless the record says otherwise."),
    )
    office = models.ForeignKey(
        Office,
        on_delete=models.PROTECT,
        related_name="complaints",
        null=True,
        blank=True,
        verbose_name=_("office"),
    )
    dispatched_at = models.DateTimeField(
        pgettext_lazy("complaint", "dispatched at"), null=True, blank=True
    )
    resolved_at = models.DateTimeField(
        pgettext_lazy("complaint", "handled at"), null=True, blank=True
    )
    handling = models.TextField(_("how it was handled"), blank=True)
    replied_at = models.DateTimeField(
        pgettext_lazy("complaint", "replied at"), null=True, blank=True
    )
    reply_method = models.CharField(_("way of reply"), max_length=100, blank=True)
    documents = models.JSONField(pgettext_lazy("complaint", "documents"), default=list, blank=True)
    satisfaction = models.CharField(
        _("satisfaction"), max_length=32, choices=Satisfaction, blank=True
    )
    is_reopened = models.BooleanField(_("sent back to be handled again"), default=False)
    reopened_at = models.DateTimeField(
        pgettext_lazy("complaint", "sent back at"), null=True, blank=True
    )
    due_again_on = models.DateField(_("to be handled again by"), null=True, blank=True)
    satisfaction_after_reopening = models.CharField(
        _("satisfaction in the end"), max_length=32, choices=Satisfaction, blank=True
    )
    closing_note = models.TextField(_("how it was settled in the end"), blank=True)
    closed_at = models.DateTimeField(pgettext_lazy("complaint", "closed at"), null=True, blank=True)
    power = models.ForeignKey(
        Power,
        on_delete=models.PROTECT,
        related_name="complaints",
        null=True,
        blank=True,
        verbose_name=_("power used"),
    )
    status = models.CharField(_("status"), max_length=32, choices=Status, default=Status.RECEIVED)

    class Meta:
        ordering = ["-received_at", "-id"]
        verbose_name = _("complaint")
        indexes = [
            models.Index(fields=["agency", "received_at"], name="complaints_by_receipt"),
            models.Index(fields=["agency", "status", "due_on"], name="complaints_by_due_day"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "year", "number"], name="a_year_has_one_complaint_of_a_number"
            ),
            models.CheckConstraint(
                name="a_complaint_is_decided_if_and_only_if_dated",
                condition=Q(decision=UNDECIDED, decided_at=None, status=Status.RECEIVED)
                | (~Q(decision=UNDECIDED) & ~Q(status=Status.RECEIVED) & ~Q(decided_at=None)),
            ),
            models.CheckConstraint(
                name="only_a_transferred_or_refused_complaint_goes_elsewhere",
                condition=Q(decision=Decision.TRANSFERRED, status=Status.TRANSFERRED)
                | Q(decision=Decision.REFUSED, status=Status.REFUSED)
                | (Q(decision__in=["", Decision.ACCEPTED]) & ~Q(status__in=SENT_ELSEWHERE)),
            ),
            models.CheckConstraint(
                name="a_complaint_is_closed_if_and_only_if_dated",
                condition=Q(status__in=SENT_ELSEWHERE)
                | (Q(status=Status.CLOSED) & ~Q(closed_at=None))
                | (~Q(status=Status.CLOSED) & Q(closed_at=None)),
            ),
            models.CheckConstraint(
                name="only_a_reopened_complaint_is_rated_twice",
                condition=Q(is_reopened=True)
                | Q(is_reopened=False, reopened_at=None, satisfaction_after_reopening=""),
            ),
            models.CheckConstraint(
                name="a_complaint_sent_back_is_due_again",
                condition=Q(reopened_at=None, due_again_on=None)
                | (~Q(reopened_at=None) & ~Q(due_again_on=None)),
            ),
            models.CheckConstraint(
                name="the_steps_of_a_complaint_stand_in_order",
                condition=(Q(decided_at=None) | Q(decided_at__gte=F("received_at")))
                & (Q(dispatched_at=None) | Q(dispatched_at__gte=F("decided_at")))
                & (Q(resolved_at=None) | Q(resolved_at__gte=F("decided_at")))
                & (Q(replied_at=None) | Q(replied_at__gte=F("decided_at")))
                & (Q(closed_at=None) | Q(closed_at__gte=F("decided_at"))),
            ),
        ]

    @property
    def received_on(self) -> date:
        """The day of receipt on the office's clock."""
        return timezone.localtime(self.received_at).date()

    @property
    def latest_at(self) -> datetime:
        """The moment of the latest step."""
        steps = (
            self.received_at,
            self.decided_at,
            self.dispatched_at,
            self.resolved_at,
            self.replied_at,
            self.reopened_at,
            self.closed_at,
        )
        return max(at for at in steps if at)

    @property
    def final_satisfaction(self) -> str:
        """What the person said last."""
        return self.satisfaction_after_reopening or self.satisfaction

    def move_to(self, target: Status) -> str:
        """Take the next step and return the provision that allows it; refuses any other step."""
        provision = TRANSITIONS.get((Status(self.status), target))
        if provision is None:
            reason = gettext("The complaint %(number)s is not at the stage for this step.")
            raise WrongMoment(reason % {"number": self.number})
        self.status = target
        return provision
