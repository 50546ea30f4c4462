"""The component that shows what changed between two texts."""

from typing import Any

from django import template
from django.utils.safestring import SafeString

from sunlit.design.differing import Runs, line_stretches, stretches
from sunlit.design.markup import to_html

register = template.Library()


@register.inclusion_tag("design/parts/differences.html")
def differences(before: str, after: str) -> dict[str, Any]:
    """Show two texts as one, word by word: what went is struck out, what came is underlined."""
    return {"stretches": stretches(before, after)}


@register.inclusion_tag("design/parts/differences.html")
def line_differences(before: str, after: str) -> dict[str, Any]:
    """Show two lines without markup as one."""
    return {"stretches": line_stretches(before, after)}


@register.inclusion_tag("design/parts/runs.html")
def runs(runs: Runs) -> dict[str, Any]:
    """Show what of a line stayed, went and came."""
    return {"runs": runs}


@register.simple_tag
def marked_up(text: str, top: int = 3) -> SafeString:
    """Show a text in light markup, its attachments by their words; `top`: its highest heading."""
    return to_html(text, lambda _name: None, top=top)
