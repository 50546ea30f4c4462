"""The component that shows what changed between two texts."""

from typing import Any

from django import template

from sunlit.design.differing import stretches

register = template.Library()


@register.inclusion_tag("design/parts/differences.html")
def differences(before: str, after: str) -> dict[str, Any]:
    """Show two texts as one, word by word: what went is struck out, what came is underlined."""
    return {"stretches": stretches(before, after)}
