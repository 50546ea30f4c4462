"""What is public is read again when the lexicon has changed: a note, and no official act."""

from sunlit.disclosure import selectors
from sunlit.organization.models import Agency


def screen_public_again(agency: Agency) -> int:
    """Note with which lexicon nothing open is found in what is public; return how much is open.

    What was noted for the lexicon as it is now is not read again. The note only saves reading: it
    can be thrown away at any time, and lets nothing become public.
    """
    version = selectors.lexicon_version(agency)
    is_open = [item.pk for item in selectors.public_with_findings(agency)]
    clean = selectors.public_not_screened(agency).exclude(pk__in=is_open)
    clean.update(screened_with=version)
    return len(is_open)


class Rereading:
    """What a running worker remembers: with which lexicon it read each agency's texts last."""

    def __init__(self) -> None:
        self._read: dict[int, str] = {}

    def look(self, agency: Agency) -> None:
        """Screen what is public again, if the lexicon is another than when this was done last."""
        version = selectors.lexicon_version(agency)
        if self._read.get(agency.pk) != version:
            screen_public_again(agency)
            self._read[agency.pk] = version
