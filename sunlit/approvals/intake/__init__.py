"""Taking in licence cases and penalty cases."""

from sunlit.approvals.intake import licences, penalties
from sunlit.intake.folder import Folder
from sunlit.intake.registry import Intake, register


def take(folder: Folder) -> None:
    """Take in the year's licence cases, then its penalty cases."""
    licences.take(folder)
    penalties.take(folder)


register(
    Intake(
        room="approvals",
        files=(licences.FILE, penalties.FILE),
        take=take,
        after=("organization", "powers", "complaints"),
    )
)
