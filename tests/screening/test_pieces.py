"""A text read in pieces by several processes gives what it gives as a whole."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sunlit.screening import files
from sunlit.screening.lexicons import lexicon
from sunlit.screening.rules import screen_text
from tests.screening.reading import an_id

ID = an_id()
LINES = st.lists(
    st.sampled_from(
        [ID, ID[:9], ID[9:], "张三，", "13812345678", "电话138", "12345678", "", "秘密★", " ",
         "家住西湖区文三路100号", "3幢501室", "布署", "乙肝", "\r", "1,李四,男,", "絕密", "\u200b"]
    ),
    min_size=4,
    max_size=30,
).map("\n".join)  # fmt: skip


def described(screened):
    return [(one.kind, one.start, one.end, one.text, str(one.place)) for one in screened.findings]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(LINES, st.integers(1, 60))
def test_pieces_give_what_the_whole_gives(tmp_path, text, size):
    path = tmp_path / "a.txt"
    path.write_bytes(text.encode())
    (whole,) = files.screen_files([path])
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(files, "PIECE", size)
        (parted,) = files.screen_files([path])

    assert described(parted) == described(whole)
    assert [one.text for one in whole.findings] == [
        one.text for one in screen_text(text, lexicon())
    ]
    assert all(text[one.start : one.end] == one.text for one in parted.findings)


def test_several_processes_give_what_one_gives(tmp_path, monkeypatch):
    monkeypatch.setattr(files, "PIECE", 4000)
    monkeypatch.setattr(files, "WORTH_A_POOL", 0)
    path = tmp_path / "a.txt"
    path.write_text(
        "".join(f"第{n}条，张三（{ID[: n % 18]}\n{ID[n % 18 :]}）。\n" for n in range(900))
    )

    assert len(list(files._pieces(path))) > 5
    (alone,) = files.screen_files([path], processes=1)
    (together,) = files.screen_files([path], processes=2)

    assert len(alone.findings) > 900
    assert described(together) == described(alone)


@pytest.mark.parametrize("coding", ["gb18030", "utf-16"])
def test_a_big_text_in_another_encoding_is_read_whole(tmp_path, monkeypatch, coding):
    monkeypatch.setattr(files, "PIECE", 100)
    path = tmp_path / "a.txt"
    path.write_bytes((f"张三（{ID}）的处理决定\n" * 30).encode(coding))

    (screened,) = files.screen_files([path])

    assert screened.refusal is None
    assert [one.text for one in screened.findings] == ["张三", ID] * 30


def test_a_file_that_cannot_be_read_does_not_stop_the_others(tmp_path):
    broken, whole = tmp_path / "a.pdf", tmp_path / "b.txt"
    broken.write_bytes(b"%PDF-1.7 broken")
    whole.write_text(ID)

    first, second = files.screen_files([broken, whole])

    assert first.refusal
    assert [one.text for one in second.findings] == [ID]
