"""Each term of the statutes has one English word, and each word is a name in the code."""

import re
from importlib import import_module
from pkgutil import iter_modules

import pytest
from django.apps import apps

from tests.architecture.sources import ROOM_NAMES, ROOT, text

PAGE = ROOT / "docs" / "reference" / "glossary.md"
ROW = re.compile(r"^\| (?P<statute>[^|]+) \| (?P<english>[^|]+) \| (?P<code>[^|]*`[^|]+) \|$", re.M)
ROWS = [match.groups() for match in ROW.finditer(text(PAGE))]
NAMES = sorted({name for row in ROWS for name in re.findall(r"`([^`]+)`", row[2])})

RECORDS = sorted(
    f"{model._meta.app_label}.{model.__name__}"
    for model in apps.get_models()
    if model.__module__.startswith("sunlit.")
)


def exists(name):
    """Whether a name such as `foi.InformationRequest.status` is one of the code."""
    room, *attributes = name.split(".")
    if room not in ROOM_NAMES:
        return False
    if not attributes:
        return True
    package = import_module(f"sunlit.{room}")
    modules = [module.name for module in iter_modules(package.__path__)]
    found = [package] + [
        import_module(f"sunlit.{room}.{module}")
        for module in modules
        if module not in ("migrations", "urls")
    ]
    for attribute in attributes:
        found = [getattr(thing, attribute) for thing in found if hasattr(thing, attribute)]
    return bool(found)


@pytest.mark.parametrize("name", NAMES)
def test_a_name_in_the_glossary_is_a_name_in_the_code(name):
    assert exists(name), f"Mend the glossary or the code: there is no {name}."


@pytest.mark.parametrize("record", RECORDS)
def test_each_kind_of_record_has_its_row(record):
    assert record in NAMES, f"Give {record} a row in the glossary: the term of the statute first."


def test_the_glossary_is_a_table_that_can_be_read():
    assert len(ROWS) > 10
    statutes = [statute for statute, _english, _code in ROWS]
    assert len(set(statutes)) == len(statutes)
