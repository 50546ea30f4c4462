"""What the usual names of categories and topics stand for, as `data/vocabularies` has them."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

import yaml

from sunlit.disclosure.models import CategoryRole

_FOLDER = Path(__file__).resolve().parents[2] / "data" / "vocabularies"


@cache
def _words(name: str) -> Mapping[str, list[str]]:
    content: Mapping[str, list[str]] = yaml.safe_load((_FOLDER / name).read_text(encoding="utf-8"))
    return content


@cache
def _roles() -> Mapping[str, CategoryRole]:
    content = _words("category_roles.yaml")
    return {name: CategoryRole(role) for role, names in content.items() for name in names}


def role_of(name: str) -> CategoryRole:
    """Return the role of a category with this name; OTHER for a name that is not known."""
    return _roles().get(name, CategoryRole.OTHER)


def topics_of(subject: str) -> tuple[str, ...]:
    """Return the topics that registers of internal rules give to rules on a subject."""
    return tuple(_words("rule_topics.yaml")[subject])
