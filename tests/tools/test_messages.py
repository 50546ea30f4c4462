"""The catalogues are kept in step with the code, and what is wanting in them is named."""

import gettext
import os

import polib
import pytest

from tools.compile_messages import compile_catalogues
from tools.messages import CATALOGUE, faults, messages, update

CODE = """
from django.utils.translation import gettext as _, ngettext, pgettext_lazy

def face(count):
    return (
        _("Due on %(day)s"),
        _("A long sentence, "
          "in two parts."),
        ngettext("%(count)d day", "%(count)d days", count),
        pgettext_lazy("of a month", "May"),
    )
"""
TEMPLATE = """
{% load i18n %}
    <p title="{% translate "it's 5% off" %}">{{ _("Find") }}</p>
  {% blocktranslate trimmed count days=days %}
      {{ days }} day
      is left
    {% plural %}
      {{ days }} days
      are left
  {% endblocktranslate %}
{# "quotes', (brackets #}
{% if "def (" %}{% include "x.html" with label=_("Search") %}{% endif %}
"""


@pytest.fixture
def root(tmp_path):
    """A project with one room that says something in code and in a template."""
    room = tmp_path / "sunlit" / "foi"
    (room / "templates" / "foi").mkdir(parents=True)
    (room / "apps.py").touch()
    (room / "faces.py").write_text(CODE)
    (room / "templates" / "foi" / "page.html").write_text(TEMPLATE)
    return tmp_path


@pytest.fixture
def translated(root):
    """The same project, with everything translated."""
    list(update(root))
    change(root, lambda entry: "".join(["译文", *placeholders(entry)]))
    return root


def placeholders(entry):
    """Write an entry's placeholders again."""
    text = entry.msgid_plural or entry.msgid
    names = {"%(day)s", "%(count)d", "%(days)s", "%%"}
    return sorted(name for name in names if name in text)


def change(root, translate):
    """Give each entry of the room's catalogue the translation that the function makes."""
    path = root / "sunlit" / "foi" / CATALOGUE
    catalogue = polib.pofile(str(path))
    for entry in catalogue:
        if entry.msgid_plural:
            entry.msgstr_plural = {0: translate(entry)}
        else:
            entry.msgstr = translate(entry)
    catalogue.save()


def test_all_forms_of_a_translatable_text_are_found(root):
    found = messages(root / "sunlit" / "foi")

    assert list(found) == [
        ("%(count)d day", ""),
        ("%(days)s day is left", ""),
        ("A long sentence, in two parts.", ""),
        ("Due on %(day)s", ""),
        ("Find", ""),
        ("May", "of a month"),
        ("Search", ""),
        ("it's 5%% off", ""),
    ]
    assert found["%(days)s day is left", ""].plural == "%(days)s days are left"


def test_a_complete_catalogue_has_no_fault(translated):
    assert list(faults(translated)) == []
    assert list(update(translated)) == []


def test_an_update_keeps_what_is_translated_and_drops_what_is_said_no_more(translated):
    code = translated / "sunlit" / "foi" / "faces.py"
    code.write_text(code.read_text().replace("May", "June"))

    assert list(faults(translated)) == [
        "sunlit/foi/faces.py:10: not translated: 'June'",
        f"sunlit/foi/{CATALOGUE}:30: nothing says this any more: 'May'",
    ]
    assert list(update(translated)) == ["foi: 1 to translate, 1 dropped"]
    assert list(faults(translated)) == ["sunlit/foi/faces.py:10: not translated: 'June'"]


def test_an_update_without_news_changes_no_byte(translated):
    path = translated / "sunlit" / "foi" / CATALOGUE
    list(update(translated))
    before = path.read_bytes()
    (translated / "sunlit" / "foi" / "faces.py").write_text("\n\n" + CODE)

    list(update(translated))

    assert path.read_bytes() == before
    assert b"Date" not in before


def test_a_room_that_says_nothing_has_no_catalogue(translated):
    (translated / "sunlit" / "foi" / "faces.py").unlink()
    (translated / "sunlit" / "foi" / "templates" / "foi" / "page.html").unlink()

    list(update(translated))

    assert not (translated / "sunlit" / "foi" / CATALOGUE).exists()


def test_a_translation_with_other_placeholders_is_a_fault(translated):
    change(translated, lambda _entry: "%(day)d")

    assert "has other placeholders in its translation '%(day)d': 'Find'" in "\n".join(
        faults(translated)
    )


def test_an_uncertain_translation_is_a_fault(translated):
    path = translated / "sunlit" / "foi" / CATALOGUE
    path.write_text(path.read_text().replace('msgid "Find"', '#, fuzzy\nmsgid "Find"'))

    assert [fault for fault in faults(translated) if "uncertain" in fault and "'Find'" in fault]


@pytest.mark.parametrize("text", ["%s days", "%d days", "{} days", "{0} days"])
def test_a_placeholder_without_a_name_is_a_fault(root, text):
    (root / "sunlit" / "foi" / "faces.py").write_text(f"_({text!r})")

    assert f"a placeholder has no name: {text!r}" in "\n".join(faults(root))


def test_one_text_with_two_translations_is_a_fault(translated):
    other = translated / "sunlit" / "powers"
    other.mkdir()
    (other / "apps.py").touch()
    (other / "faces.py").write_text('_("Find")')
    assert list(update(translated)) == []  # taken over from the other room
    (other / CATALOGUE).write_text((other / CATALOGUE).read_text().replace("译文", "查找"))

    (fault,) = faults(translated)

    assert "'查找' here and '译文' in foi" in fault


def test_texts_outside_the_applications_are_a_fault(translated):
    (translated / "sunlit" / "foi" / "apps.py").unlink()

    assert "foi is no Django application" in "\n".join(faults(translated))


def test_a_compiled_catalogue_is_what_django_reads(translated):
    (compiled,) = compile_catalogues(translated)

    with compiled.open("rb") as file:
        catalogue = gettext.GNUTranslations(file)
    assert catalogue.gettext("Due on %(day)s") == "译文%(day)s"
    assert catalogue.ngettext("%(count)d day", "%(count)d days", 2) == "译文%(count)d"
    assert catalogue.pgettext("of a month", "May") == "译文"


def test_only_what_changed_is_compiled_again(translated):
    (compiled,) = compile_catalogues(translated)
    assert compile_catalogues(translated) == []

    source = compiled.with_suffix(".po")
    later = compiled.stat().st_mtime + 1
    os.utime(source, (later, later))

    assert compile_catalogues(translated) == [compiled]
