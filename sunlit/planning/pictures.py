"""How the plan of the year is drawn."""

from datetime import date

from django.utils.translation import gettext_lazy as _

from sunlit.measures.pictures import Kind, Picture, Slot, register_pictures
from sunlit.planning.models import Task
from sunlit.planning.rules import Standing
from sunlit.planning.selectors import standing

STANDINGS = {
    Standing.DONE: Slot("done", _("Done in time")),
    Standing.DONE_LATE: Slot("done_late", _("Done late")),
    Standing.LATE: Slot("late", _("Open past its day"), "late"),
    Standing.IN_TIME: Slot("open", _("Not done yet"), "open"),
}


def _goal(task: Task) -> Slot:
    return Slot(task.goal.code, f"{task.goal.code} {task.goal.text}")


def _standing(task: Task) -> Slot:
    """How the task stood at the end of the plan's year, as every figure of the year counts."""
    return STANDINGS[standing(task, on=date(task.plan.year, 12, 31))]


register_pictures(
    Picture(
        code="planning.progress",
        title=_("How far the plan of the year was carried out"),
        counts="planning.tasks",
        kind=Kind.PROGRESS,
        place=_goal,
        layer=_standing,
        layers=tuple(STANDINGS.values()),
        by=_("Goal"),
        in_order=True,
    )
)
