"""Imports go down only, stand at the top of the file, and go through no back door."""

import ast

import pytest
from importlinter import cli

from tests.architecture.sources import FUNCTIONS, ROOMS, modules, parsed, place


def test_the_rooms_stand_on_one_another_as_the_contracts_say(tmp_path, capsys):
    outcome = cli.lint_imports(cache_dir=str(tmp_path), no_logo=True)

    assert outcome == cli.EXIT_STATUS_SUCCESS, capsys.readouterr().out


@pytest.mark.parametrize("room", ROOMS, ids=lambda room: room.name)
def test_every_room_is_a_package_that_the_contracts_can_see(room):
    folders = {path.parent for path in room.rglob("*.py")}

    bare = sorted(str(path) for path in folders if not (path / "__init__.py").exists())

    assert not bare, f"Add an __init__.py to {bare}: imports there are not checked without it."


def test_no_import_hides_in_a_function():
    hidden = [
        place(path, node)
        for path in modules("sunlit", "config")
        for function in ast.walk(parsed(path))
        if isinstance(function, FUNCTIONS)
        for node in ast.walk(function)
        if isinstance(node, ast.Import | ast.ImportFrom)
    ]

    assert not hidden, (
        f"Imports hidden in functions: {hidden}. A circle is a wrong cut: move the code down a "
        "room, let the lower room own a registry, or let the upper one read the ledger."
    )


def test_no_room_is_glued_with_signals():
    glued = [
        place(path, node)
        for path in modules("sunlit")
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.ImportFrom)
        and (node.module or "").endswith(("dispatch", "db.models.signals"))
    ]

    assert not glued, f"Django signals in {glued}: let the upper room read the ledger instead."


def test_migrations_import_no_application_code():
    importing = [
        place(path, node)
        for path in modules("sunlit", migrations=True)
        if path.parent.name == "migrations"
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.Import | ast.ImportFrom)
        for name in [getattr(node, "module", None) or node.names[0].name]
        if name.split(".")[0] == "sunlit"
    ]

    assert not importing, f"{importing}: code changes, a migration does not; copy what it needs."
