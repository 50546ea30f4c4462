"""The field of a longer text: light markup, typed as it is or written in an editor."""

import json
from collections.abc import Callable, Mapping
from typing import Any

from django import forms
from django.templatetags.static import static
from django.urls import reverse
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from sunlit.design.markup import from_html, to_html

KIT = "django_prose_editor/editor.js"
IS_HTML = "html"


class MarkupWidget(forms.Textarea):
    """A plain field that becomes an editor where scripts run.

    `address_of`: where a picture of the text can be seen by who writes it.
    """

    template_name = "design/widgets/markup.html"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs)
        self.address_of: Callable[[str], str | None] = lambda _name: None

    @property
    def media(self) -> forms.Media:
        """The script that opens the editor; it is no part of any other page."""
        return forms.Media(js=[forms.Script("design/editor.js", type="module")])  # type: ignore[list-item]

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        """Give the template the text as a page shows it, and the words of the tools."""
        context: dict[str, Any] = super().get_context(name, value, attrs)
        context["shown"] = to_html(value or "", self.address_of)
        context["hint"] = _(
            "A line that begins with ## is a heading; | parts the cells of a table; "
            "**words** are bold; a picture is ![what it shows](attachment:its file name)."
        )
        context["kit"] = static(KIT)
        context["paste"] = reverse("design:clean_paste")
        context["words"] = json.dumps(_words(), ensure_ascii=False)
        context["label"] = f"{context['widget']['attrs'].get('id', name)}_label"
        return context

    def value_from_datadict(
        self, data: Mapping[str, Any], files: MultiValueDict[str, Any], name: str
    ) -> Any:
        """Return the text: as it was typed, or made of the editor's HTML."""
        value = super().value_from_datadict(data, files, name)
        if value and data.get(f"{name}-form") == IS_HTML:
            return from_html(value)
        return value


def _words() -> dict[str, str]:
    return {
        "tools": _("Tools of the text"),
        "bold": pgettext("editor", "Bold"),
        "italic": pgettext("editor", "Italic"),
        "heading": pgettext("editor", "Heading"),
        "subheading": pgettext("editor", "Subheading"),
        "bullets": pgettext("editor", "List"),
        "numbers": pgettext("editor", "Numbered list"),
        "table": pgettext("editor", "Table"),
        "row": pgettext("editor", "Add a row"),
        "column": pgettext("editor", "Add a column"),
        "norow": pgettext("editor", "Take the row out"),
        "nocolumn": pgettext("editor", "Take the column out"),
        "undo": pgettext("editor", "Undo"),
        "redo": pgettext("editor", "Redo"),
    }
