"""Taking in the year's recruitment and tender, each with its stages."""

from sunlit.dossiers.intake import recruitment, tenders
from sunlit.intake.folder import Folder
from sunlit.intake.registry import Intake, register


def take(folder: Folder) -> None:
    """Take in the recruitment and the tender of the year."""
    recruitment.take(folder)
    tenders.take(folder)


register(
    Intake(
        room="dossiers",
        files=(recruitment.FILE, tenders.FILE),
        take=take,
        after=("organization", "disclosure"),
    )
)
