"""Taking in procedures and flow charts, the list of powers, its guides, and the window."""

from sunlit.intake.folder import Folder
from sunlit.intake.registry import Intake, register
from sunlit.powers.intake.charts import take_charts, take_procedures
from sunlit.powers.intake.guides import take_guides
from sunlit.powers.intake.powers import take_powers
from sunlit.powers.intake.responsibilities import take_responsibilities
from sunlit.powers.intake.window import take_window

__all__ = ["take"]


def take(folder: Folder) -> None:
    """Take in everything that the list of powers rests on, then the list and what explains it."""
    take_procedures(folder)
    take_charts(folder)
    take_powers(folder)
    take_window(folder)
    take_guides(folder)
    take_responsibilities(folder)


register(
    Intake(
        room="powers",
        files=("procedures.md", "flowcharts.csv", "powers.csv", "service_window.yaml"),
        take=take,
        after=("organization", "disclosure"),
    )
)
