from datetime import date

import pytest

from sunlit.powers.rules import bases_in, unread_in

APPEARANCE = "《城市市容和环境卫生管理条例》(国务院令第101号,2011年1月8日修订)"


def test_each_article_is_a_provision_with_its_instrument_number_and_version():
    first, second = bases_in(f"{APPEARANCE}第十一条第二款、第三十六条第(一)项")

    assert (first.instrument, first.number) == ("城市市容和环境卫生管理条例", "国务院令第101号")
    assert first.version_day == date(2011, 1, 8)
    assert (first.article, second.article) == ("第十一条第二款", "第三十六条第(一)项")


def test_items_without_an_article_of_their_own_stay_with_the_one_before():
    found = bases_in(
        "《城镇燃气管理条例》(国务院令第583号)第三十二条、第四十九条第(七)项、第(八)项"
    )

    assert [one.article for one in found] == ["第三十二条", "第四十九条第(七)项、第(八)项"]
    assert found[0].version_day is None


def test_a_run_of_articles_is_one_provision_and_an_annex_is_another():
    found = bases_in("《行政强制法》第三十五条至第三十八条、第四十四条；《决定》附件第101项")

    assert [(one.instrument, one.article) for one in found] == [
        ("行政强制法", "第三十五条至第三十八条"),
        ("行政强制法", "第四十四条"),
        ("决定", "附件第101项"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("条例第十一条", [("条例", "第十一条")]),
        ("《首席代表制度》", [("首席代表制度", "")]),
        ("《贯彻《绿化条例》意见》（建城〔2010〕3号）第3条", [("贯彻《绿化条例》意见", "第3条")]),
        ("", []),
    ],
    ids=["without a title in brackets", "a whole instrument", "a title within a title", "nothing"],
)  # fmt: skip
def test_a_basis_of_another_form_is_read_as_far_as_it_goes(text, expected):
    assert [(one.instrument, one.article) for one in bases_in(text)] == expected


def test_a_day_that_is_not_in_the_calendar_is_no_version():
    (found,) = bases_in("《办法》(2011年2月30日修订)第三条")

    assert found.version_day is None


@pytest.mark.parametrize(
    ("text", "unread"),
    [
        (f"{APPEARANCE}第八条", ""),
        ("《甲》第一条;《乙》(令第2号)第二条、第三条第(一)项", ""),
        ("《甲》第一条及有关规定", "有关规定"),
    ],
)
def test_what_is_no_article_is_told(text, unread):
    assert unread_in(text).lstrip("及") == unread
