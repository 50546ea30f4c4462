"""The records of flows: charts as they were put in force, and the cases that run on them."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from sunlit.organization.belonging import OfAgency


class StoredChart(models.Model):
    """A chart's file, byte for byte, found by its digest; it never changes."""

    digest = models.CharField(_("digest (SHA-256)"), max_length=64, primary_key=True)
    content = models.BinaryField(_("file"))

    class Meta:
        ordering = ["digest"]
        verbose_name = _("stored flow chart")


class Run(OfAgency):
    """A case on its chart (流程办理): where it stands, and the engine's own state.

    `due` names the tasks that may be done now. `open_task` has been done, and its question not yet
    answered: the next act answers it; `answers` are those that it has so far.
    """

    chart = models.ForeignKey(
        StoredChart, on_delete=models.PROTECT, related_name="runs", verbose_name=_("flow chart")
    )
    procedure = models.CharField(_("procedure"), max_length=64)
    since = models.DateField(_("chart in force from"))
    state = models.JSONField(_("state of the engine"))
    due = models.JSONField(_("due now"), default=list)
    open_task = models.CharField(_("done, with its question open"), max_length=200, blank=True)
    answers = models.JSONField(_("answers to the open question"), default=dict, blank=True)
    ended_at = models.JSONField(_("ends reached"), default=list, blank=True)
    is_ended = models.BooleanField(_("ended"), default=False)

    class Meta:
        ordering = ["id"]
        verbose_name = _("run of a chart")
        constraints = [
            models.CheckConstraint(
                name="a_run_without_an_open_question_has_no_answers_to_it",
                condition=~Q(open_task="") | Q(answers={}),
            )
        ]


class RunStep(models.Model):
    """A task that a case went through; without a day where the record has none."""

    run = models.ForeignKey(Run, on_delete=models.PROTECT, related_name="steps")
    position = models.PositiveIntegerField(_("position"))
    task = models.CharField(_("task"), max_length=200)
    act = models.CharField(_("act"), max_length=100, blank=True)
    done_on = models.DateField(_("done on"), null=True, blank=True)
    note = models.CharField(_("note"), max_length=500, blank=True)

    class Meta:
        ordering = ["run", "position"]
        verbose_name = _("step of a run")
        constraints = [
            models.UniqueConstraint(
                fields=["run", "position"], name="a_run_has_one_step_at_a_place"
            )
        ]
