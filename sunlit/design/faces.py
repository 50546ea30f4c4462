"""How a value is put in words on a page: sentences, days, moments, quotations, numbers."""

import re
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.conf import settings
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import escape, format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, gettext, pgettext

from sunlit.kernel.refusals import Refused
from sunlit.kernel.wording import Wording

CHINESE = "zh-Hans"
NOTHING = "—"
_HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]")
_CHINESE_RUN = re.compile(
    r"((?:《|〔|〈)?[\u3400-\u9fff\uf900-\ufaff](?:[\u3000-\u303f\u3400-\u9fff\uff00-\uffef0-9/]*"
    r"[\u3000-\u303f\u3400-\u9fff\uff00-\uffef])?)"
)
_CHOICE = re.compile(r"<(option|label)([^>]*)>((?:(?!</\1>).)*)</\1>", re.DOTALL)


def page_language() -> str:
    """Return the language in which the page is being written."""
    return get_language() or str(settings.LANGUAGE_CODE)


def html_language(language: str = "") -> str:
    """Return the language as HTML names it: zh-Hans or en."""
    return CHINESE if (language or page_language()).lower().startswith("zh") else "en"


def said(value: object, language: str = "") -> str:
    """Put a wording, a citation, a refusal or a lazy string in the language of the page."""
    if value is None:
        return ""
    if isinstance(value, Wording | Refused):
        return value.said_in(language or page_language())
    wording = getattr(value, "wording", None)
    if isinstance(wording, Wording):
        return wording.said_in(language or page_language())
    return str(value)


def day(value: date | None) -> str:
    """Write a day in full: 2012年6月8日, or 8 June 2012."""
    if value is None:
        return ""
    if html_language() == CHINESE:
        return f"{value.year}年{value.month}月{value.day}日"
    return date_format(value, "j F Y", use_l10n=False)


def moment(value: datetime | None) -> str:
    """Write a moment in full, in the office's own time."""
    if value is None:
        return ""
    local = timezone.localtime(value) if timezone.is_aware(value) else value
    between = " " if html_language() == CHINESE else ", "
    return f"{day(local.date())}{between}{local:%H:%M}"


def money(amount: Decimal | None) -> str:
    """Write an amount as people read it: 960,000, and its cents only if there are any."""
    return "" if amount is None else f"{amount:,.2f}".removesuffix(".00")


def yuan(amount: Decimal | None) -> str:
    """Write an amount with its currency: 960,000 yuan; nothing for none."""
    return gettext("%(amount)s yuan") % {"amount": money(amount)} if amount else ""


def month(value: date) -> str:
    """Write a month in two or three letters: 6月, or Jun."""
    return f"{value.month}月" if html_language() == CHINESE else date_format(value, "M")


def with_names_marked(sentence: str) -> SafeString:
    """Mark the Chinese names in a sentence of a page in another language."""
    if html_language() == CHINESE or not _HAN.search(sentence):
        return escape(sentence)
    parts = _CHINESE_RUN.split(sentence)
    return format_html_join(
        "",
        "{}",
        ((quoted(part) if at % 2 else escape(part),) for at, part in enumerate(parts)),
    )


def with_choices_marked(widget: str) -> SafeString:
    """Mark the Chinese choices of a form's field on a page in another language."""
    if html_language() != CHINESE:
        widget = _CHOICE.sub(_marked_choice, widget)
    return mark_safe(widget)  # noqa: S308  what Django wrote, with an attribute more


def _marked_choice(found: re.Match[str]) -> str:
    name, attributes, words = found.groups()
    if not _HAN.search(words):
        return found[0]
    return f'<{name}{attributes} lang="{CHINESE}">{words}</{name}>'


def quoted(value: object) -> SafeString:
    """Mark a record's own Chinese words as Chinese on a page in another language."""
    text = said(value)
    if html_language() == CHINESE or not _HAN.search(text):
        return escape(text)
    return format_html('<span lang="{}">{}</span>', CHINESE, text)


def quoted_paragraphs(value: object) -> SafeString:
    """Write a record's own text, one paragraph for each of its lines."""
    lines = [line.strip() for line in said(value).splitlines() if line.strip()]
    return format_html_join("\n", "<p>{}</p>", ((quoted(line),) for line in lines))


def shown(value: Any) -> SafeString:
    """Write any plain value of a table, a list of facts or a stage."""
    if value is None or value == "":
        text = pgettext("no value", "none")
        dash = mark_safe(NOTHING)  # noqa: S308  a constant
        return format_html(
            '<span aria-hidden="true">{}</span><span class="unseen">{}</span>', dash, text
        )
    if isinstance(value, SafeString):
        return value
    if isinstance(value, datetime):
        return format_html('<time datetime="{}">{}</time>', value.isoformat(), moment(value))
    if isinstance(value, date):
        return format_html('<time datetime="{}">{}</time>', value.isoformat(), day(value))
    if isinstance(value, bool):
        return escape(gettext("yes") if value else gettext("no"))
    return quoted(value)
