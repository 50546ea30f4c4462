import pytest

from sunlit.kernel.serials import next_code


@pytest.mark.parametrize(
    ("known", "following"),
    [
        ([], "JC2031-01"),
        (["JC2031-09"], "JC2031-10"),
        (["JC2031-02", "JC2031-10", "JC2031-03"], "JC2031-11"),
        (["JC2031-99"], "JC2031-100"),
        (["no number"], "JC2031-01"),
        (["ZT2031-1"], "ZT2031-2"),
    ],
)
def test_the_next_code_follows_the_highest_in_the_same_form(known, following):
    assert next_code(known, first="JC2031-01") == following
