"""The receipt of an application: what the applicant takes home, as a page and as a PDF."""

import base64
import struct

import segno
from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext as _

from sunlit.approvals import applying
from sunlit.approvals.models import LicenceCase
from sunlit.design.faces import day, said
from sunlit.files.paper import (
    Block,
    Bullets,
    Drawing,
    Heading,
    Paper,
    Paragraph,
    Signature,
    Span,
    Table,
)
from sunlit.files.pdf import write_pdf
from sunlit.portal.tracking import next_steps
from sunlit.powers.selectors import service_window

SIGNATURE_WIDTH = 240
"""How wide a drawn signature stands on a receipt, in points of the drawing."""


def facts_of(case: LicenceCase) -> list[tuple[str, object]]:
    """Return what a receipt says about an application, in pairs."""
    window = service_window(case.agency_id)
    application = applying.application_of(case)
    joint = application.joint.number if application and application.joint else ""
    found = [
        (_("Licence"), f"{case.power.code} {case.power.name}"),
        (_("Applied for"), case.content),
        (_("Applicant"), case.applicant),
        (_("Applying with"), application.co_applicants if application else ""),
        (_("Agent"), application.agent if application else ""),
        (_("Signed as"), application.signed_as if application else ""),
        (_("Received on"), case.received_on),
        (_("How it came in"), case.get_channel_display()),
        (_("Handled together as"), joint),
        (_("Service window"), window.name if window else ""),
        (_("Address"), window.address if window else ""),
        (_("Telephone"), window.phone if window else ""),
        (_("To complain about the handling"), case.power.supervision_phone),
    ]
    return [(label, value) for label, value in found if value]


def papers_received(case: LicenceCase) -> list[list[object]]:
    """Return the papers of a case, each with the files and the days on which they came in."""
    rows: list[list[object]] = []
    for one in applying.materials_of_case(case):
        files = list(one.files.all())
        names = [file.name for file in files]
        days = sorted({file.handed_in_on for file in files})
        rows.append(
            [
                one.name,
                names or pgettext("application", "not handed in"),
                days[-1] if days else None,
            ]
        )
    return rows


def pdf_of(case: LicenceCase, address: str) -> bytes:
    """Return the receipt as a PDF; `address` leads to the page of the case."""
    language = get_language() or "zh-hans"
    return write_pdf(
        Paper(
            title=_("Receipt of an application"),
            agency=case.agency.name,
            day=case.received_on,
            language="zh-hans" if language.startswith("zh") else "en",
            number=case.number,
            blocks=tuple(_blocks(case, address)),
        )
    )


def _blocks(case: LicenceCase, address: str) -> list[Block]:
    facts = [
        (_("Number"), case.number),
        (_("Query code"), case.query_code),
        *((label, _plain(value)) for label, value in facts_of(case)),
    ]
    blocks: list[Block] = [
        Table(
            caption=_("Application"),
            header=(_("What"), _("On record")),
            rows=tuple((label, value) for label, value in facts),
            widths=(1, 3),
        )
    ]
    if picture := applying.drawn_signature(case):
        blocks.append(_drawn(picture))
    if papers := papers_received(case):
        rows = tuple((str(name), _plain(files), _plain(on)) for name, files, on in papers)
        columns = (
            pgettext("application", "Paper"),
            pgettext("application", "Handed in"),
            pgettext("application", "On"),
        )
        blocks.append(Table(pgettext("application", "Papers"), columns, rows, widths=(3, 3, 2)))
    steps = tuple(
        (Span(text), Span(f" {said(article)}" if article else ""))
        for text, article in next_steps(case)
    )
    qr = segno.make(address, micro=False)
    return [
        *blocks,
        Heading(1, _("What happens next")),
        Bullets(steps, first=1),
        Heading(1, _("Follow the case")),
        Paragraph((Span(_("With number and query code, or with this code:")),)),
        Drawing(
            title=_("QR code of the page of the case"),
            words=_("A QR code that opens the page of the case."),
            on_screen=qr.svg_inline(scale=3, border=4),
            on_paper=qr.svg_inline(scale=3, border=4),
        ),
        Signature((case.agency.name, day(case.received_on))),
    ]


def _drawn(picture: bytes) -> Drawing:
    """Return a drawn signature as a drawing of a paper; `picture` is a PNG."""
    width, height = struct.unpack(">II", picture[16:24])
    data = base64.b64encode(picture).decode()
    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
        f' width="{SIGNATURE_WIDTH}" height="{SIGNATURE_WIDTH * height / width:.0f}"'
        f' viewBox="0 0 {width} {height}"><image width="{width}" height="{height}"'
        f' xlink:href="data:image/png;base64,{data}"/></svg>'
    )
    return Drawing(
        title=_("Drawn signature"),
        words=_("The signature that the applicant drew."),
        on_screen=svg,
        on_paper=svg,
    )


def _plain(value: object) -> str:
    if isinstance(value, list):
        return "、".join(str(one) for one in value)
    if hasattr(value, "isoformat"):
        return day(value)  # type: ignore[arg-type]
    return str(value or "")
