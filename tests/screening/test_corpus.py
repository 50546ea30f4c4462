"""Of thousands of made-up leaks nearly all are found, and nearly nothing else is.

The second file of templates was written apart: the rules were not made on it.
"""

from pathlib import Path

import pytest

from sunlit.cli.benches import corpus
from sunlit.screening.kinds import Kind

HELD_OUT = Path(__file__).with_name("held_out.yaml")
TEXTS = 2000


def score(path, *, seed):
    chosen = corpus.templates(path)
    leaks = corpus.samples(chosen["leaks"], count=TEXTS, seed=seed)
    clean = corpus.samples(chosen["clean"], count=TEXTS, seed=seed + 1)
    assert all(one.leaks for one in leaks)
    assert not any(one.leaks for one in clean)
    return corpus.scored([*leaks, *clean])


@pytest.mark.parametrize("path", [corpus.TEMPLATES, HELD_OUT], ids=lambda path: path.stem)
def test_leaks_are_found_and_look_alikes_are_left_alone(path):
    found = score(path, seed=71)

    assert found.recall() >= 0.99, found.missed[:5]
    assert found.precision() >= 0.95, found.mistaken[:5]


def test_every_kind_of_text_has_its_leaks_and_each_is_found():
    found = score(corpus.TEMPLATES, seed=5)
    of_files = {Kind.HIDDEN_CONTENT, Kind.METADATA}

    assert set(found.planted) == set(Kind) - of_files
    for kind in found.planted:
        assert found.recall(kind) >= 0.98, kind
        assert found.precision(kind) >= 0.95, kind


def test_the_same_seed_makes_the_same_texts():
    chosen = corpus.templates()["leaks"]

    assert corpus.samples(chosen, count=50, seed=3) == corpus.samples(chosen, count=50, seed=3)
    assert corpus.samples(chosen, count=50, seed=3) != corpus.samples(chosen, count=50, seed=4)


def test_a_leak_stands_where_it_is_said_to_stand():
    (one,) = corpus.samples(["甲{mobile}乙{health=乙肝}"], count=1, seed=1)

    assert [one.text[leak.start : leak.end] for leak in one.leaks] == [one.text[1:-3], "乙肝"]
