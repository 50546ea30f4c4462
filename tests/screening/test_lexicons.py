"""Lexicons say where they come from, and are read strictly."""

import pytest

from sunlit.screening.kinds import HINTS, TITLES, Kind
from sunlit.screening.lexicons import FOLDER, lexicon
from sunlit.screening.rules import screen_text

GOOD = """\
version: 2026-11-25
source: 某机关
confidence: memory
kind: wrong_word
words: {布署: 部署}
"""


def test_every_lexicon_that_ships_says_its_version_source_and_confidence():
    read = lexicon()

    assert set(read.sources) == {path.stem for path in FOLDER.glob("*.yaml")}
    for source in read.sources.values():
        assert source["version"] <= read.version
        assert len(source["source"]) > 8
        assert source["confidence"] in ("checked", "memory")


def test_a_lexicon_of_ones_own_is_read(tmp_path):
    (tmp_path / "own.yaml").write_text(GOOD)

    (one,) = screen_text("认真布署", lexicon(tmp_path))

    assert one.text == "布署"
    assert "部署" in one.hint.zh


@pytest.mark.parametrize(
    "wrong",
    [
        "",
        "- a list",
        "words: [",
        GOOD.replace("version: 2026-11-25\n", ""),
        GOOD.replace("2026-11-25", "new"),
        GOOD.replace("memory", "hearsay"),
        GOOD.replace("wrong_word", "wrong_kind"),
        GOOD.replace("kind: wrong_word\n", ""),
        GOOD.replace("布署", "' 布署'"),
        GOOD.replace("布署", "''"),
        GOOD + "colour: red\n",
        GOOD + "always: [布署]\n",
        GOOD + "health: 乙肝\n",
    ],
)
def test_a_lexicon_that_is_not_as_it_should_be_is_refused(tmp_path, wrong):
    (tmp_path / "own.yaml").write_text(wrong)

    with pytest.raises(ValueError):  # noqa: PT011  (pydantic's own sentences)
        lexicon(tmp_path)


def test_a_folder_without_lexicons_is_refused(tmp_path):
    with pytest.raises(ValueError, match="no lexicon"):
        lexicon(tmp_path)


@pytest.mark.parametrize("kind", Kind)
def test_every_kind_has_a_title_and_a_hint_in_both_languages(kind):
    for wording in (TITLES[kind], HINTS[kind]):
        assert wording.zh
        assert wording.en


def test_traditional_signs_are_looked_for_too():
    (one,) = screen_text("內部資料，嚴禁外傳", lexicon())[:1]

    assert one.kind is Kind.SECRECY_MARK
