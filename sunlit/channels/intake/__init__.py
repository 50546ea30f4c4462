"""Taking in what was shown where in a year."""

from sunlit.channels.intake.boards import take_postings
from sunlit.channels.intake.media import take_media
from sunlit.channels.intake.outdoors import take_campaign_events, take_signs
from sunlit.channels.intake.site import take_integration
from sunlit.intake.folder import Folder
from sunlit.intake.registry import Intake, register


def take(folder: Folder) -> None:
    """Take in numbers and placements, boards and postings, signs, events, and the joined site."""
    take_media(folder)
    take_postings(folder)
    take_signs(folder)
    take_campaign_events(folder)
    take_integration(folder)


register(
    Intake(
        room="channels",
        files=(
            "hotline_numbers.csv",
            "media.csv",
            "board_postings.csv",
            "brigade_board_postings.csv",
            "street_boards.csv",
            "events.csv",
            "site_integration.yaml",
        ),
        take=take,
        after=("organization", "disclosure"),
    )
)
