"""What the usual names of categories stand for, as `data/vocabularies` has them."""

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

import yaml

from sunlit.disclosure.models import CategoryRole

_FILE = Path(__file__).resolve().parents[2] / "data" / "vocabularies" / "category_roles.yaml"


@lru_cache(maxsize=1)
def _roles() -> Mapping[str, CategoryRole]:
    content = yaml.safe_load(_FILE.read_text(encoding="utf-8"))
    return {name: CategoryRole(role) for role, names in content.items() for name in names}


def role_of(name: str) -> CategoryRole:
    """Return the role of a category with this name; OTHER for a name that is not known."""
    return _roles().get(name, CategoryRole.OTHER)
