"""The plan of the year (年度工作计划), its goals and tasks."""

from datetime import date

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from sunlit.organization.belonging import OfYear
from sunlit.organization.models import Office


class Plan(OfYear):
    """What the agency undertakes for open government in one year."""

    title = models.CharField(_("title"), max_length=300)
    document_number = models.CharField(_("document number"), max_length=64)
    issued_on = models.DateField(_("issued on"))
    published_on = models.DateField(_("published on"), null=True, blank=True)
    closed_on = models.DateField(_("closed on"), null=True, blank=True)

    class Meta:
        ordering = ["-year"]
        verbose_name = _("plan of the year")
        constraints = [
            models.UniqueConstraint(fields=["agency", "year"], name="a_year_has_one_plan"),
            models.CheckConstraint(
                name="a_plan_is_issued_before_it_is_published",
                condition=Q(published_on=None) | Q(published_on__gte=F("issued_on")),
            ),
            models.CheckConstraint(
                name="a_plan_is_issued_before_it_is_closed",
                condition=Q(closed_on=None) | Q(closed_on__gte=F("issued_on")),
            ),
        ]


class Goal(models.Model):
    """What the tasks of a plan are to reach (工作目标)."""

    plan = models.ForeignKey(
        Plan, on_delete=models.PROTECT, related_name="goals", verbose_name=_("plan of the year")
    )
    code = models.CharField(_("code"), max_length=64)
    text = models.CharField(_("goal"), max_length=1000)

    class Meta:
        ordering = ["plan", "code"]
        verbose_name = _("goal")
        constraints = [
            models.UniqueConstraint(fields=["plan", "code"], name="a_plan_has_one_goal_of_a_code")
        ]


class Task(models.Model):
    """A measure (工作措施) that an office has to carry out by a day."""

    plan = models.ForeignKey(
        Plan, on_delete=models.PROTECT, related_name="tasks", verbose_name=_("plan of the year")
    )
    goal = models.ForeignKey(
        Goal, on_delete=models.PROTECT, related_name="tasks", verbose_name=_("goal")
    )
    code = models.CharField(_("code"), max_length=64)
    measure = models.CharField(_("measure"), max_length=1000)
    office = models.ForeignKey(
        Office, on_delete=models.PROTECT, related_name="tasks", verbose_name=_("office")
    )
    post = models.CharField(_("responsible post"), max_length=200)
    due_on = models.DateField(_("due on"))
    done_on = models.DateField(_("done on"), null=True, blank=True)
    evidence = models.CharField(_("what proves it"), max_length=500, blank=True)

    class Meta:
        ordering = ["plan", "code"]
        verbose_name = _("task")
        constraints = [
            models.UniqueConstraint(fields=["plan", "code"], name="a_plan_has_one_task_of_a_code"),
            models.CheckConstraint(
                name="a_task_is_proven_only_when_it_is_done",
                condition=Q(evidence="") | Q(done_on__isnull=False),
            ),
        ]

    def mark_done(self, *, on: date, evidence: str) -> None:
        """Be done, from a day on, by what proves it."""
        self.done_on, self.evidence = on, evidence

    def reopen(self) -> None:
        """Be open again."""
        self.done_on, self.evidence = None, ""
