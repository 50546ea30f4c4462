"""Which chart a procedure has on a day."""

from datetime import date

from sunlit.flows.library import InForce, chart_in_force
from sunlit.organization.models import Agency


def chart_used(_agency: Agency, procedure: str, on: date) -> InForce | None:
    """Return the chart of a procedure that is in force for an agency on a day, if it has one."""
    return chart_in_force(procedure, on)
