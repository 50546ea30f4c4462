"""A year's figures without a database, for the tests of the report."""

from datetime import date

from sunlit.assessment import rules
from sunlit.assessment.selectors import Evidence, Figure, SelfAssessment, template

CODES = tuple(dict.fromkeys(c for claim in template("zh-hans").claims() for c in claim.needs))


def evidence(code, number, **changes):
    """One record behind a figure."""
    terms = {
        "id": f"/d/{code}/{number}/",
        "number": f"样{number:03}",
        "title": f"第{number}条 <记录> #[{code}]",
        "url": f"/d/{code}/{number}/",
        "day": date(2020, 5, number % 28 + 1),
        "facts": (("单位", "办公室"),),
    }
    return Evidence(**(terms | changes))


def figure(code, value, **changes):
    """A figure that counts so many records."""
    return Figure(
        code=code,
        label=f"甲{code}",
        counts="所数的记录。",
        digest="0" * 64,
        records=tuple(evidence(code, n, **changes) for n in range(1, value + 1)),
    )


def self_assessment(values=None, language="zh-hans", agency="市样例管理局", year=2020, **changes):
    """The self-assessment of a year in which every figure counts three, unless told otherwise."""
    values = dict.fromkeys(CODES, 3) | (values or {})
    figures = {code: figure(code, value, **changes) for code, value in values.items()}
    return SelfAssessment(
        agency=agency,
        site="https://example.org",
        year=year,
        on=date(year, 12, 25),
        language=language,
        figures=figures,
        report=rules.report(template(language), agency=agency, year=year, figures=values),
    )
