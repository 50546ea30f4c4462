"""Modules and functions stay small enough to be read in one go."""

import ast

from tests.architecture.sources import functions, modules, parsed, place, text

LINES = 400
STATEMENTS = 30


def test_no_module_is_longer_than_a_person_can_hold():
    long = {
        place(path): len(text(path).splitlines())
        for path in modules("sunlit", "config", "tools", "tests")
        if len(text(path).splitlines()) > LINES
    }

    assert not long, f"{long}: past {LINES} lines, cut by subject; the module becomes a folder."


def test_no_function_does_many_things():
    long = {
        f"{place(path, function)} {function.name}": count
        for path in modules("sunlit", "config", "tools", "tests")
        for function in functions(path)
        if (count := sum(isinstance(node, ast.stmt) for node in ast.walk(function)) - 1)
        > STATEMENTS
    }

    assert not long, f"{long}: past {STATEMENTS} statements, give a part of it a name."


def test_every_module_says_what_lives_in_it():
    silent = [
        place(path)
        for path in modules("sunlit", "config")
        if text(path).strip() and not ast.get_docstring(parsed(path))
    ]

    assert not silent, f"{silent}: begin with one sentence that says what lives here."
