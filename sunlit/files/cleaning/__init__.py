"""Takes out of files what their readers would not see, and refuses what it cannot clean."""

from sunlit.files.cleaning.kinds import MOST, Cleaned, Kind, Removed
from sunlit.files.cleaning.names import safe_name
from sunlit.files.cleaning.work import clean

__all__ = ["MOST", "Cleaned", "Kind", "Removed", "clean", "safe_name"]
