"""Sub-lists stand in the order of their numbers."""

from sunlit.portal.numbered import by_number


def test_sub_lists_stand_in_the_order_of_their_chinese_numbers():
    names = [
        "分表十二 其他",
        "分表五 强制",
        "其余",
        "分表三 规划",
        "分表二十 备案",
        "分表十 征收",
        "分表一 许可",
    ]
    assert [name[2:-3] for name in sorted(names, key=by_number)] == [
        "一", "三", "五", "十", "十二", "二十", "",
    ]  # fmt: skip
