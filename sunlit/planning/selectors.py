"""Readings of the plan: its tasks, and how they stand."""

from datetime import date

from django.db.models import Exists, OuterRef, QuerySet

from sunlit.organization.models import Agency
from sunlit.planning import rules
from sunlit.planning.models import Goal, Plan, Task


def plan_of_year(agency: Agency, year: int) -> Plan | None:
    """Return the plan of a year, if there is one."""
    return Plan.objects.filter(agency=agency, year=year).first()


def goals_of_year(agency: Agency, year: int) -> QuerySet[Goal]:
    """Return the goals of a year's plan, in the order of their codes."""
    return Goal.objects.filter(plan__agency=agency, plan__year=year).order_by("code")


def plans_issued_for(agency: Agency, year: int) -> QuerySet[Plan]:
    """Return the plan of a year, if it was issued in that year."""
    return Plan.objects.filter(agency=agency, year=year, issued_on__year=year).order_by("id")


def goals_with_tasks(agency: Agency, year: int) -> QuerySet[Goal]:
    """Return the goals of a year's plan that at least one task serves."""
    return goals_of_year(agency, year).filter(Exists(Task.objects.filter(goal=OuterRef("pk"))))


def tasks_of_year(agency: Agency, year: int) -> QuerySet[Task]:
    """Return the tasks of a year's plan, in the order of their codes."""
    tasks = Task.objects.filter(plan__agency=agency, plan__year=year)
    return tasks.select_related("plan", "goal", "office").order_by("code")


def tasks_late(agency: Agency, *, on: date) -> QuerySet[Task]:
    """Return the tasks that were due before a day and still open on it, longest overdue first."""
    tasks = Task.objects.filter(plan__agency=agency, due_on__lt=on).exclude(done_on__lte=on)
    return tasks.select_related("plan", "goal", "office").order_by("due_on", "code")


def standing(task: Task, *, on: date) -> rules.Standing:
    """Say how a task stood on a day."""
    return rules.standing(due_on=task.due_on, done_on=task.done_on, on=on)
