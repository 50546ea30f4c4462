"""Marks, words, names, addresses and health: found where they tell, left alone where not."""

import pytest

from sunlit.screening.kinds import Kind
from tests.screening.reading import an_id, found

ID = an_id()


@pytest.mark.parametrize(
    "mark",
    [
        "秘密★5年",
        "机密★10年",
        "绝密★长期",
        "绝　密★",
        "秘密★",
        "機密★十年",
        "絕密★",
        "机密*5年",
        "★秘密",
    ],
)
@pytest.mark.parametrize("around", ["{}", "{}\n关于某事的通知", "        {}\n"])
def test_a_grade_of_secrecy_with_its_star_is_found(mark, around):
    assert len(found(around.format(mark), Kind.SECRECY_MARK)) == 1


@pytest.mark.parametrize(
    "text",
    ["绝密\n关于某事的报告", "密级：机密", "密级:秘密", "【秘密】", "内部资料 不得外传",
     "（内部文件，注意保存）\n内部文件", "工作秘密\n", "內部資料，嚴禁外傳"],
)  # fmt: skip
def test_a_mark_without_star_is_found_where_it_stands_alone(text):
    assert found(text, Kind.SECRECY_MARK)


@pytest.mark.parametrize(
    "text",
    [
        "涉及国家秘密、商业秘密、个人隐私的政府信息不予公开。",
        "按照绝密、机密、秘密三级确定密级",
        "保守国家秘密是公民的义务",
        "本局加强内部管理，完善内部制度。",
        "内部使用面积120平方米",
        "工作人员不得泄露工作秘密。",
    ],
)
def test_a_mention_of_secrecy_is_no_mark(text):
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (f"张三，身份证号{ID}", "张三"),
        (f"当事人：欧阳修文（身份证号码：{ID}）", "欧阳修文"),
        (f"1\t李小明\t男\t{ID}\t合格", "李小明"),
        (f"姓名,证件号\n王芳,{ID}", "王芳"),
        ("联系人：陳大文，手機13812345678", "陳大文"),
        (f"阿卜杜·热合曼，男，维吾尔族，公民身份号码{ID}", "阿卜杜·热合曼"),
        (f"{ID}（赵敏）", "赵敏"),
    ],
)
def test_a_name_beside_a_number_is_found(text, name):
    assert found(text, Kind.NAME_WITH_ID) == [name]


@pytest.mark.parametrize(
    "text", [f"单位编号{ID}", f"证件号码{ID}", "张三同志任科长", f"查询{ID}", f"金额 {ID}"]
)
def test_what_is_no_name_or_stands_alone_is_none(text):
    assert found(text, Kind.NAME_WITH_ID) == []


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("家住杭州市西湖区文三路100号3幢2单元501室。", "杭州市西湖区文三路100号3幢2单元501室"),
        ("家庭住址：上城区清波街道柳浪新村12幢301室", "上城区清波街道柳浪新村12幢301室"),
        ("现住某县某镇东村3组25号，务农", "某县某镇东村3组25号"),
    ],
)
def test_a_home_address_is_found_down_to_the_dwelling(text, address):
    assert found(text, Kind.ADDRESS) == [address]


@pytest.mark.parametrize(
    "text",
    [
        "地址：杭州市解放东路18号市民中心C座5楼501室",
        "办公地址：文三路100号行政大楼3楼302室",
        "在延安路12号门前占道经营",
        "开标地点：公共资源交易中心201室",
    ],
)
def test_the_address_of_an_office_or_a_street_is_none(text):
    assert found(text, Kind.ADDRESS) == []


def test_an_illness_is_found_beside_a_person_and_not_in_a_notice():
    assert found(f"张三（{ID}）患有乙肝", Kind.HEALTH) == ["乙肝"]
    assert found("加强艾滋病、肺结核防治工作", Kind.HEALTH) == []


@pytest.mark.parametrize(
    ("text", "kind", "word"),
    [
        ("认真布署", Kind.WRONG_WORD, "布署"),
        ("再接再励", Kind.WRONG_WORD, "再接再励"),
        ("关爱残废人", Kind.FORBIDDEN_WORD, "残废人"),
        ("台湾政府", Kind.FORBIDDEN_WORD, "台湾政府"),
    ],
)
def test_a_word_of_the_lexicon_is_found(text, kind, word):
    assert found(text, kind) == [word]


@pytest.mark.parametrize("text", ["公布署名文章", "讲座落幕", "反复盖章", "大妈的意见", "来回回访"])
def test_a_word_inside_another_is_none(text):
    assert found(text) == []


def test_a_finding_points_into_the_text_as_given():
    text = f"\ufeff标\u200b题\n张三，{ID[:8]}\u200b{ID[8:]}，布\u00ad署"
    for kind, part in found(text):
        assert part in text, kind
    assert len(found(text)) == 3
