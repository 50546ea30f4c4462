"""The page of the limits, docs/reference/limits.md, written from the statutes' data.

python -m tools.limits          write the page
python -m tools.limits check    exit 1 if the page is not what the data say
"""

import sys
from pathlib import Path

from sunlit import statutes
from sunlit.kernel.clock import Kind
from sunlit.statutes.reading import read

PAGE = Path(__file__).resolve().parent.parent / "docs" / "reference" / "limits.md"
HEAD = """# The limits of the law

Every rule that `sunlit deadline` and the calculator know, in all its versions; written by
`python -m tools.limits` from `data/statutes`, and kept equal by a test.

The day from which a limit runs is not counted. A limit in calendar days, months or years whose last
day is not worked ends on the next working day (General Principles of the Civil Law, art. 154; Civil
Code, art. 203), unless the column says *fixed*. Months and years end on the same day of the month,
or on its last day. *At least* is a period that must stand until its last day has ended; *back* is
counted back from the day named. The version is the one in force on the first day.

Confidence: *verified*, the full text was read; *page*, an excerpt was; *memory*, the article is to
be compared with the text; *own*, set by the agency.
"""
COLUMNS = "| Rule | Runs from | In force | Limit | Extension | Articles | Confidence |"


def page() -> str:
    """The page as it should be."""
    parts = [HEAD]
    for subject, names in statutes.rules_by_subject().items():
        title = read().subjects[subject]
        rows = [_row(version) for name in names for version in statutes.versions(name)]
        table = "\n".join([COLUMNS, "| --- " * COLUMNS.count(" | ") + "| --- |", *rows])
        parts.append(f"## {title.en} ({title.zh})\n\n{table}\n")
    return "\n".join(parts)


def _row(version: statutes.Rule) -> str:
    limit = version.limit
    words = [limit.unit.of(limit.amount).en]
    words += ["at least"] if limit.kind is Kind.AT_LEAST else []
    words += ["back"] if limit.backwards else []
    words += ["fixed"] if not limit.roll_forward else []
    cells = [
        f"`{version.name}` {version.title.en} ({version.title.zh})",
        version.runs_from.en,
        f"{version.since} to {version.until or 'now'}",
        ", ".join(words),
        f"{version.extension}, by {version.approver.en}" if version.approver else "",
        "; ".join(cited.en for cited in limit.basis),
        version.confidence,
    ]
    return f"| {' | '.join(cells)} |"


def main(words: list[str]) -> int:
    """Write or check the page; return the exit code."""
    if words == ["check"]:
        if PAGE.read_text(encoding="utf-8") == page():
            return 0
        print(f"{PAGE.name} is not what the data say; run python -m tools.limits.")
        return 1
    PAGE.write_text(page(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
