import ast
from pathlib import Path

import polib

ROOM = Path(__file__).resolve().parents[2] / "sunlit" / "assessment"
CALLS = {"_": 0, "gettext_lazy": 0, "ngettext": 0, "pgettext": 1}


def english():
    """Every text that the room hands to translation."""
    for path in ROOM.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in CALLS:
                yield ast.literal_eval(node.args[CALLS[node.func.id]])


def test_the_chinese_catalogue_is_complete_and_has_nothing_else():
    catalogue = polib.pofile(str(ROOM / "locale" / "zh_Hans" / "LC_MESSAGES" / "django.po"))
    assert {entry.msgid for entry in catalogue} == set(english())
    assert all(entry.translated() and not entry.fuzzy for entry in catalogue)
