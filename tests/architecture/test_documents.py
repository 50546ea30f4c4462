"""What the documents say is true: commands, rooms, links; and no file gives a machine away."""

import re
import tomllib
from pathlib import Path

import click
import pytest

from sunlit.cli.main import sunlit
from tests.architecture.sources import ROOM_NAMES, ROOT, files, text

DOCUMENTS = [path for path in files() if path.suffix == ".md"]
FENCE = re.compile(r"^```\w*\n(.*?)^```", re.M | re.S)
INLINE = re.compile(r"`([^`\n]+)`")
LINK = re.compile(r"!?\[[^\]]*\]\((?!\w+:)([^)#\s]+)(?:#[^)]*)?\)")
# An absolute path below somebody's home, or an address of a package registry.
HOME = re.compile(r"(?<![\w.])/(?:root|home/\w+|Users/\w+)/")
REGISTRY = re.compile(r"://[^/\s]*(?:pypi|npm|registry|mirror)", re.I)


def typed(path):
    """Return all that a document tells its reader to type."""
    said = text(path)
    lines = [line for block in FENCE.findall(said) for line in block.splitlines()]
    return [line.strip().removeprefix("$ ") for line in lines] + INLINE.findall(said)


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_the_commands_that_a_document_names_exist(path):
    targets = set(re.findall(r"^([a-z]+):", text(ROOT / "Makefile"), re.M))

    for command in typed(path):
        if found := re.fullmatch(r"(?:PYTHON=\S+ )?make( [a-z]+)?((?: [A-Z_]+=\S*)*)", command):
            assert (found[1] or " help").strip() in targets, command
        if found := re.match(r"(?:\.venv/bin/)?sunlit ([a-z]+)\b(?! *[=:])", command):
            assert found[1] in sunlit.list_commands(None), command


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_the_files_that_a_document_links_to_exist(path):
    dead = [link for link in LINK.findall(text(path)) if not (path.parent / link).exists()]

    assert not dead


def leaves(command, name=""):
    """Yield each command that the help shows, by its whole name."""
    if not isinstance(command, click.Group):
        yield name.strip(), command
        return
    for part in command.list_commands(None):
        inner = command.get_command(None, part)
        if not inner.hidden:
            yield from leaves(inner, f"{name} {part}")


def test_the_page_of_commands_lists_each_command_with_its_options():
    page = text(ROOT / "docs" / "reference" / "commands.md")
    sections = re.split(r"^## `sunlit ([a-z -]+)`$", page, flags=re.M)[1:]
    said = {
        name: set(re.findall(r"`(--[a-z-]+)", section)) - {"--help"}
        for name, section in zip(sections[::2], sections[1::2], strict=True)
    }

    assert said == {
        name: {
            option
            for one in command.params
            for option in one.opts
            if option.startswith("--") and not getattr(one, "hidden", False)
        }
        for name, command in leaves(sunlit)
    }


def test_the_page_of_the_architecture_names_each_room_and_no_other():
    page = text(ROOT / "docs" / "explanation" / "architecture.md")

    assert set(re.findall(r"^\| `(\w+)` \|", page, re.M)) == ROOM_NAMES


def test_the_page_of_the_architecture_shows_the_stack_that_the_linter_keeps():
    page = text(ROOT / "docs" / "explanation" / "architecture.md")
    project = tomllib.loads(text(ROOT / "pyproject.toml"))
    stack = project["tool"]["importlinter"]["contracts"][0]["layers"]
    kept = [[room for room in re.findall(r"\w+", layer) if room in ROOM_NAMES] for layer in stack]

    shown = next(block for block in FENCE.findall(page) if block.strip().endswith("kernel"))

    assert [re.findall(r"\w+", line) for line in shown.split("\n") if line] == [
        layer for layer in kept if layer
    ]


def test_no_file_gives_a_machine_or_a_registry_away():
    here = {f"{ROOT}", f"{Path.home()}/"} - {"/"}
    telling = [
        str(path.relative_to(ROOT))
        for path in files()
        if any(place in text(path) for place in here)
        or HOME.search(text(path))
        or REGISTRY.search(text(path))
    ]

    assert not telling


def test_the_requirements_name_no_address():
    for path in (ROOT / "requirements").iterdir():
        assert "://" not in text(path), path.name


@pytest.mark.parametrize(
    "path", sorted((ROOT / "sample").glob("*/*.csv")), ids=lambda path: path.name
)
def test_the_page_of_the_format_describes_each_column_of_the_sample(path):
    page = text(ROOT / "docs" / "reference" / "load-format.md")
    sections = re.split(
        rf"^### .*{re.escape(path.name)}.*$|`{re.escape(path.name)}`", page, flags=re.M
    )
    assert len(sections) > 1, f"{path.name} is not described."

    described = set(re.findall(r"`(\w+)`", sections[1].split("\n### ")[0]))

    assert set(text(path).splitlines()[0].split(",")) <= described
