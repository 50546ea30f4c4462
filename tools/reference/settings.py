"""The page of settings: every environment variable of an installation."""

from config import env
from tools.reference.saying import code, generated, table

INTRO = """\
Where and how one installation runs is said by environment variables. Each has a default that works
for one machine; a value that cannot be read stops the start with a paragraph that says why.
What the law says is never a setting."""
OUTRO = """\
`SUNLIT_DATA` is taken from the current folder where it is relative. The secret key is made at the
first start, in that folder, and kept there.

For the tests alone: `SUNLIT_REQUIRE` names the marks (`postgresql`, `browser`) whose tests must not
be skipped; `DATABASE_URL` lets them run on a server of your own; `SUNLIT_VECTORS` names a folder
with proofs that others made (`merkle-testdata.tar.gz`)."""


def page() -> str:
    """Return the page."""
    rows = [(code(one.name), one.help, _default(one.default)) for one in env.VARIABLES]
    lines = [
        *generated("Settings", INTRO),
        *table(("Variable", "What it is", "Default"), rows),
        OUTRO,
    ]
    return "\n".join(lines) + "\n"


def _default(value: object) -> str:
    match value:
        case bool():
            return "yes" if value else "no"
        case None | "":
            return "none"
        case tuple():
            return code(",".join(str(one) for one in value))
        case _:
            return code(str(value))
