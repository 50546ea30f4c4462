"""Every room has the same furniture in the same place."""

import ast

import pytest

from tests.architecture.sources import FUNCTIONS, ROOMS, modules, parsed, place, text

README_LINES = 12
VAGUE = {"utils", "util", "helpers", "common", "misc", "manager", "managers", "core", "base"}


@pytest.mark.parametrize("room", ROOMS, ids=lambda room: room.name)
def test_a_room_says_in_a_few_lines_what_duty_it_serves(room):
    readme = room / "README.md"
    assert readme.exists(), f"{room.name} needs a README.md: the duty, its statute, its acts."

    lines = [line for line in text(readme).splitlines() if line.strip()]

    assert lines[0] == f"# {room.name}"
    assert len(lines) <= README_LINES, f"{room.name}/README.md may not grow past {README_LINES}."


def test_what_is_shared_has_a_name():
    vague = [place(path) for path in modules("sunlit", "config", "tools") if path.stem in VAGUE]

    assert not vague, f"{vague}: name it for what it holds, in the room that the name says."


def test_an_act_is_whole():
    """A public function of `services.py` that takes `by` and the day opens its own transaction."""
    partial = [
        place(path, function)
        for path in modules("sunlit")
        if path.stem == "services" or path.parent.stem == "services"
        for function in parsed(path).body
        if isinstance(function, FUNCTIONS) and not function.name.startswith("_")
        if {"by", "today"} <= {argument.arg for argument in function.args.kwonlyargs}
        if "durable=True" not in ast.unparse(function)
    ]

    assert not partial, f"{partial}: an act is decorated with @transaction.atomic(durable=True)."


def test_nobody_but_the_settings_reads_the_environment():
    readers = [
        place(path)
        for room in ROOMS
        if room.name != "cli"  # which prepares the environment of what it starts
        for path in modules(f"sunlit/{room.name}")
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.Attribute) and node.attr in ("environ", "getenv")
    ]

    assert not readers, f"{readers}: declare the variable in config/env.py."
