"""The conditions of a procedure lead to its steps."""

from sunlit.portal.conditions import Run, conditions


def test_each_condition_stands_for_itself_and_leads_to_its_steps():
    found = conditions("G1 材料齐全?是→S4,否→S3;G2 批准？是→S12,否→结束。")

    assert found == [
        [Run("材料齐全？ 是 → "), Run("", "4"), Run("，否 → "), Run("", "3")],
        [Run("批准？ 是 → "), Run("", "12"), Run("，否 → 结束")],
    ]


def test_a_procedure_without_conditions_has_none():
    assert conditions("") == []
