"""The conditions of a procedure lead to its steps."""

from sunlit.portal.conditions import Run, conditions

NAMES = {"penalty_hearing": "行政处罚听证程序", "complaint": "投诉办理程序"}


def test_each_condition_stands_for_itself_and_leads_to_its_steps():
    found = conditions("G1 材料齐全?是→S4,否→S3;G2 批准？是→S12,否→结束。", {})

    assert found == [
        [Run("材料齐全？ 是 → "), Run("", "4"), Run("，否 → "), Run("", "3")],
        [Run("批准？ 是 → "), Run("", "12"), Run("，否 → 结束")],
    ]


def test_a_procedure_without_conditions_has_none():
    assert conditions("", {}) == []


def test_a_condition_leads_to_the_step_of_another_procedure_by_its_name():
    [found] = conditions("G2 须告知听证?是→转 penalty_hearing 的 S6,否→S6", NAMES)

    assert found == [
        Run("须告知听证？ 是 → 转 "),
        Run("行政处罚听证程序", "6", "penalty_hearing"),
        Run("，否 → "),
        Run("", "6"),
    ]


def test_a_condition_leads_to_another_procedure_as_a_whole():
    [found] = conditions("属信访→转 complaint 并告知", NAMES)

    assert found == [Run("属信访 → 转 "), Run("投诉办理程序", "", "complaint"), Run(" 并告知")]


def test_a_word_that_names_no_procedure_stays_as_it_is():
    assert conditions("登记 GIS 与 data 并转 nowhere 的 S6", NAMES) == [
        [Run("登记 GIS 与 data 并转 nowhere 的 "), Run("", "6")]
    ]
