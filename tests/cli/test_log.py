"""`sunlit log`: what an inspector at a terminal is told."""

import base64
import json

import pytest

from sunlit.kernel import merkle
from sunlit.ledger import worker
from sunlit.ledger.models import Entry, Tile
from sunlit.ledger.tree import stored_tree
from tests.cli.running import run
from tests.disclosure import factories
from tests.ledger.tampering import lifted
from tests.ledger.tampering import run as run_sql
from tests.ledger.test_services import enter

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def ledger():
    """Three entries with their places, and one that waits."""
    for colour in ("red", "blue", "green"):
        enter(colour)
    worker.catch_up()
    enter("white")


def change_the_second():
    with lifted():
        second = Entry.objects.get(leaf__index=1)
        run_sql("UPDATE ledger_entry SET day = '2012-06-09' WHERE id = %s", second.pk)


def test_the_root_is_told_with_size_and_day():
    told = json.loads(run("log", "root", "--json", "--today", "2012-12-31").output)

    assert told == {"size": 3, "root": stored_tree().root.hex(), "day": "2012-12-31"}
    assert told["root"] in run("log", "root").output


def test_a_ledger_as_it_was_written_is_said_to_be():
    result = run("log", "verify", "--json")

    told = json.loads(result.output)
    assert result.exit_code == 0
    assert (told["size"], told["waiting"], told["fault_count"], told["faults"]) == (3, 1, 0, [])
    assert told["root"] == stored_tree().root.hex()
    assert told["waiting_entries"][0]["event"] == "OfficePainted"


def test_a_changed_entry_is_named_and_the_exit_says_so():
    change_the_second()

    result = run("log", "verify")
    assert result.exit_code == 1
    assert "#1 2012-06-09 OfficePainted" in result.output

    told = json.loads(run("log", "verify", "--json").stdout)
    assert [(one["kind"], one["index"]) for one in told["faults"]] == [("leaf_hash", 1)]


def test_an_earlier_root_is_proven_however_it_was_noted(tmp_path):
    noted = tmp_path / "noted.json"
    noted.write_text(run("log", "root", "--json").output, encoding="utf-8")
    tree = stored_tree()
    checkpoint = tmp_path / "checkpoint"
    root = base64.b64encode(tree.root).decode()
    checkpoint.write_text(f"example.org/log\n{tree.size}\n{root}\n\n", encoding="utf-8")
    worker.catch_up()

    for words in (
        ["--since", noted],
        ["--since", checkpoint],
        ["--root", tree.root.hex(), "--size", "3"],
    ):
        result = run("log", "verify", "--json", *words)
        since = json.loads(result.output)["since"]
        assert result.exit_code == 0
        assert merkle.is_consistent(
            first=since["size"],
            second=4,
            first_root=bytes.fromhex(since["root"]),
            second_root=stored_tree().root,
            proof=[bytes.fromhex(one) for one in since["proof"]],
        )


def test_a_root_that_never_was_is_refused():
    result = run("log", "verify", "--root", "00" * 32, "--size", "2")

    assert result.exit_code == 1
    assert stored_tree().as_it_was(2).root.hex() in result.output


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["--root", "00" * 32], 2),
        (["--size", "2"], 2),
        (["--root", "xyz", "--size", "2"], 2),
        (["--root", "00", "--size", "2"], 2),
        (["--since", "/nothing/there"], 2),
    ],
)
def test_half_a_note_is_misuse(words, code):
    assert run("log", "verify", *words).exit_code == code


@pytest.mark.parametrize("said", ["", "{}", "[]", '{"size": -1, "root": "00"}', "a\nb\nc\n", "{"])
def test_a_file_that_notes_nothing_is_refused_with_a_sentence(tmp_path, said):
    noted = tmp_path / "noted"
    noted.write_text(said, encoding="utf-8")

    result = run("log", "verify", "--since", noted)

    assert result.exit_code == 1
    assert "noted" in result.output


def test_the_acts_on_a_published_item_are_proven_to_a_stranger():
    item = factories.published()
    worker.catch_up()

    told = json.loads(run("log", "prove", item.index_number, "--json").output)

    assert told["entries"]
    for one in told["entries"]:
        leaf = merkle.leaf_hash(one["leaf"].encode())
        assert leaf.hex() == one["leaf_hash"]
        assert merkle.includes(
            index=one["index"],
            size=told["size"],
            leaf=leaf,
            proof=[bytes.fromhex(part) for part in one["proof"]],
            root=bytes.fromhex(told["root"]),
        )


def test_an_item_that_is_not_there_or_has_no_place_yet_is_refused():
    assert run("log", "prove", "no/number").exit_code == 1
    item = factories.published()

    assert run("log", "prove", item.index_number).exit_code == 1


def test_the_tree_is_made_anew_and_a_root_that_differs_is_told():
    tree = stored_tree()
    assert run("log", "rebuild").exit_code == 0
    assert stored_tree().root == tree.root

    Tile.objects.all().delete()
    result = run("log", "rebuild")
    assert result.exit_code == 1
    assert tree.root.hex() in result.output
    assert run("log", "verify").exit_code == 0


def test_a_damaged_tree_has_no_root_to_tell():
    Tile.objects.update(level=1)

    assert run("log", "root").exit_code == 0  # of the empty tree: nothing stands at level 0
    assert run("log", "verify").exit_code == 1
