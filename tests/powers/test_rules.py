from sunlit.powers.rules import procedures_in
from tests.powers.factories import PROCEDURES


def test_a_procedure_is_a_heading_a_sentence_a_table_and_conditions():
    (procedure,) = procedures_in(PROCEDURES)

    assert (procedure.code, procedure.name, procedure.line) == ("licence", "许可程序", 3)
    assert procedure.intro == "触发：申请人提出申请。\n适用：一般许可。"
    assert procedure.gateways == "G1 材料齐全？是→S2。"
    assert [(step.number, step.task, step.leads_to) for step in procedure.steps] == [
        ("S1", "提交申请材料", "S2"),
        ("S2", "决定", "结束"),
    ]
    assert [step.is_risk_point for step in procedure.steps] == [False, True]


def test_several_procedures_keep_their_own_steps():
    text = PROCEDURES + PROCEDURES.replace("licence", "penalty").replace("| S2", "| S3")

    licence, penalty = procedures_in(text)

    assert (licence.code, penalty.code) == ("licence", "penalty")
    assert [step.number for step in penalty.steps] == ["S1", "S3"]


def test_a_text_without_a_heading_of_its_own_describes_no_procedure():
    assert not list(procedures_in("# 办理程序\n\n## 没有程序键\n| S1 | 提交 |\n"))
    assert not list(procedures_in(""))


def test_a_row_of_another_width_is_no_step():
    (procedure,) = procedures_in("## licence 许可\n| S1 | 提交 | 申请人 |\n")

    assert not procedure.steps
