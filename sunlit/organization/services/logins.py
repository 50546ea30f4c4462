"""What is kept, for minutes, of attempts to log in that failed. These are no official records."""

from datetime import datetime

from sunlit.organization.models import FailedLogin
from sunlit.organization.selectors.logins import WINDOW

LONGEST_NAME = 64


def note_failure(username: str, address: str, *, now: datetime) -> None:
    """Remember that an attempt failed, and forget those that no longer count."""
    FailedLogin.objects.filter(failed_at__lte=now - WINDOW).delete()
    FailedLogin.objects.create(
        username=username[:LONGEST_NAME], address=address[:LONGEST_NAME], failed_at=now
    )


def forget_failures(username: str, address: str) -> None:
    """Forget the failures of somebody who has logged in."""
    FailedLogin.objects.filter(username=username[:LONGEST_NAME], address=address).delete()
