"""An article is cited as lawyers write it, in both languages."""

from datetime import date

import pytest

from sunlit.kernel.citations import Citation, article_wording, chinese_number


@pytest.mark.parametrize(
    ("article", "zh", "en"),
    [
        ("24", "第二十四条", "art. 24"),
        ("24(2)", "第二十四条第二款", "art. 24 para. 2"),
        ("36(1)(2)", "第三十六条第一款第(二)项", "art. 36 para. 1 item 2"),
        ("21.4", "第二十一条第(四)项", "art. 21 item 4"),
        ("14-16", "第十四条至第十六条", "art. 14 to art. 16"),
        ("9,10", "第九条、第十条", "art. 9, art. 10"),
        ("107", "第一百零七条", "art. 107"),
        ("", "", ""),
    ],
)
def test_article_notation_is_put_into_words(article: str, zh: str, en: str):
    wording = article_wording(article)
    assert (wording.zh, wording.en) == (zh, en)


@pytest.mark.parametrize("article", ["art. 24", "24(", "24(1).2", "0", "14-x"])
def test_other_notation_is_an_error(article: str):
    with pytest.raises(ValueError, match="article"):
        article_wording(article)


@pytest.mark.parametrize(
    ("number", "written"),
    [(1, "一"), (10, "十"), (15, "十五"), (20, "二十"), (110, "一百一十"), (200, "二百")],
)
def test_numbers_are_written_as_in_a_statute(number: int, written: str):
    assert chinese_number(number) == written


def test_a_citation_has_a_key_for_the_ledger():
    citation = Citation(
        "ogi_2007", "24", "《条例》第二十四条", "Regulations", date(2008, 5, 1), "memory"
    )
    assert citation.key == "ogi_2007:24"
    assert str(citation) == citation.wording.zh
    assert citation.wording.said_in("zh-hans") == "《条例》第二十四条"
    assert citation.wording.said_in("en-gb") == "Regulations"
