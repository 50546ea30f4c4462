"""Meetings with supervisors (监督员座谈会), who came, and the opinions that were raised."""

from datetime import date

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from sunlit.kernel.refusals import WrongMoment
from sunlit.organization.belonging import OfYear
from sunlit.organization.models import Leader, Office
from sunlit.supervision.lifecycle import TRANSITIONS, OpinionStatus
from sunlit.supervision.models.supervisors import Supervisor


class Meeting(OfYear):
    """A meeting at which the agency reports to the supervisors and hears their opinions."""

    code = models.CharField(_("code"), max_length=64)
    name = models.CharField(_("name"), max_length=200)
    held_on = models.DateField(_("held on"))
    place = models.CharField(_("place"), max_length=200)
    host = models.ForeignKey(
        Leader, on_delete=models.PROTECT, related_name="+", verbose_name=_("chaired by")
    )
    invited = models.PositiveIntegerField(_("invited"))
    attended = models.PositiveIntegerField(_("attended"))
    reported = models.JSONField(_("reported"), default=list, blank=True)
    supervisors = models.ManyToManyField(
        Supervisor, through="Attendance", related_name="meetings", verbose_name=_("supervisors")
    )
    items = models.ManyToManyField(
        "disclosure.Item", related_name="supervisor_meetings", blank=True
    )

    class Meta:
        ordering = ["held_on", "code"]
        verbose_name = _("meeting with supervisors")
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "year", "code"], name="a_year_has_one_meeting_of_a_code"
            )
        ]

    def get_absolute_url(self) -> str:
        """Return the meeting's public address."""
        return reverse("portal:meeting", args=[self.year, self.code])


class Attendance(models.Model):
    """That a supervisor came to a meeting."""

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="attendances")
    supervisor = models.ForeignKey(Supervisor, on_delete=models.PROTECT, related_name="attendances")

    class Meta:
        ordering = ["meeting", "supervisor"]
        verbose_name = _("attendance")
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "supervisor"], name="a_supervisor_attends_a_meeting_once"
            )
        ]


class Opinion(models.Model):
    """What a supervisor said at a meeting, which office had to answer, and its answer."""

    meeting = models.ForeignKey(
        Meeting, on_delete=models.PROTECT, related_name="opinions", verbose_name=_("meeting")
    )
    position = models.PositiveIntegerField(_("number"))
    sector = models.CharField(_("sector"), max_length=100)
    topic = models.CharField(_("topic"), max_length=200)
    text = models.TextField(_("opinion"))
    office = models.ForeignKey(
        Office, on_delete=models.PROTECT, related_name="+", verbose_name=_("office")
    )
    response = models.TextField(_("answer"), blank=True)
    replied_on = models.DateField(_("answered on"), null=True, blank=True)
    status = models.CharField(
        _("outcome"), max_length=16, choices=OpinionStatus, default=OpinionStatus.AWAITING
    )

    class Meta:
        ordering = ["meeting", "position"]
        verbose_name = _("opinion")
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "position"], name="a_meeting_has_one_opinion_of_a_number"
            ),
            models.CheckConstraint(
                name="an_opinion_is_answered_if_and_only_if_dated",
                condition=Q(status=OpinionStatus.AWAITING, replied_on=None, response="")
                | ~Q(status=OpinionStatus.AWAITING) & Q(replied_on__isnull=False) & ~Q(response=""),
            ),
        ]

    @property
    def number(self) -> str:
        """The opinion's number, with the meeting's."""
        return f"{self.meeting.code}/{self.position}"

    def answer(self, response: str, outcome: OpinionStatus, *, on: date) -> None:
        """Be answered, once."""
        if (self.status, outcome) not in TRANSITIONS:
            reason = _now("%(number)s is not at the stage to become: %(target)s.")
            raise WrongMoment(reason % {"number": self.number, "target": outcome.label})
        self.status, self.response, self.replied_on = outcome, response, on
