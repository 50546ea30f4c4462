"""QR codes, drawn on the server."""

import segno
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _


def qr_code(text: str) -> SafeString:
    """Draw a text, such as an address, as a QR code of black squares with its quiet margin."""
    drawn = segno.make(text, micro=False).svg_inline(scale=4, border=4, svgclass="qr-code")
    return format_html(
        '<span class="qr" role="img" aria-label="{}">{}</span>',
        _("QR code of the address"),
        mark_safe(drawn),  # noqa: S308  drawn from the text, which stands in no markup
    )
