"""The page of what screening finds: every kind, and the lexicons with their sources."""

from sunlit.screening.kinds import HINTS, TITLES, Kind
from sunlit.screening.lexicons import lexicon
from sunlit.screening.masking import MASKS
from tools.reference.saying import code, generated, table

INTRO = """\
What `sunlit screen` finds, by the names that stand in its JSON answer. How it is found and what is
left alone: see [screening](../explanation/screening.md)."""


def page() -> str:
    """Return the page."""
    kinds = [
        (
            code(kind.value),
            TITLES[kind].zh,
            TITLES[kind].en,
            HINTS[kind].en,
            "yes" if kind in MASKS else "no",
        )
        for kind in Kind
    ]
    sources = [
        (code(name), one["version"], one["confidence"], one["source"])
        for name, one in lexicon().sources.items()
    ]
    lines = [
        *generated("What screening finds", INTRO),
        *table(("Kind", "In Chinese", "In English", "What to do", "Can be masked"), kinds),
        "## Lexicons\n",
        *table(("Lexicon", "Version", "Confidence", "Source"), sources),
    ]
    return "\n".join(lines).rstrip("\n") + "\n"
