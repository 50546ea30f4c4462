"""Papers for the tests of the document writers."""

from datetime import date

from sunlit.files.paper import (
    Bullets,
    Contents,
    Heading,
    PageBreak,
    Paper,
    Paragraph,
    Signature,
    Span,
    Table,
)

HOSTILE = (
    '#panic("ran") #import "paper.typ" $x$ *a* _b_ `c` <d> </p><script>&amp; ]]> [e](f) '
    "@g \\h \\u{0041} {i} //j %s {{k}} \"l\" 'm' 😀"
)
LONG_WORD = "W" * 300


def paper(*blocks, **changes):
    """A short paper of an agency that does not exist, unless told otherwise."""
    terms = {
        "title": "政务公开工作报告",
        "subtitle": "根据记录编写",
        "agency": "市样例管理局",
        "number": "样管〔2020〕1号",
        "day": date(2020, 12, 25),
        "language": "zh-hans",
        "blocks": blocks or BLOCKS,
    }
    return Paper(**(terms | changes))


BLOCKS = (
    Contents("目录"),
    Heading(1, "一、组织与机制"),
    Heading(2, "（一）有人负责"),
    Paragraph(
        (
            Span("领导小组成员"),
            Span("12", url="#figure-group", figure=True),
            Span("人，见"),
            Span("网站", url="https://example.org/a?b=1&c=2"),
            Span("。"),
            Span("重要", strong=True),
        )
    ),
    Bullets(((Span("甲"),), (Span("乙"),))),
    Signature(("市样例管理局", "2020年12月25日")),
    PageBreak(),
    Heading(1, "附录", "figure-group"),
    Table(
        "成员名单",
        ("编号", "名称", "数"),
        tuple((f"K{n:02}", "科室主要负责人", str(n)) for n in range(1, 81)),
        frozenset({2}),
        (2, 6, 2),
    ),
)
