"""What only its label tells is found behind it, and left alone behind another."""

import pytest

from sunlit.screening.kinds import Kind
from tests.screening.reading import an_id, found


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("外籍教师护照号：AB1234567，聘期一年", "AB1234567"),
        ("护照号码C01X0006H的旅客", "C01X0006H"),
        ("Passport No. 123456789", "123456789"),
        ("护照 ＡＢ１２３４５６７", "ＡＢ１２３４５６７"),
        ("台湾居民来往大陆通行证号码：12345678", "12345678"),
        ("港澳居民来往内地通行证H12345678", "H12345678"),
        ("外国人居留许可号：12345678", "12345678"),
    ],
)
def test_a_paper_is_found_behind_its_label(text, number):
    assert found(text, Kind.PASSPORT) == [number]


@pytest.mark.parametrize(
    "text",
    [
        "办理护照、通行证2012年共12345件",
        "渣土车辆通行证：12345678，有效期至年底",
        "临时通行证号12345678，核发单位：交警支队",
        "护照工本费1200元",
        "护照号为空",
    ],
)
def test_what_is_no_paper_is_left_alone(text):
    assert found(text, Kind.PASSPORT) == []


@pytest.mark.parametrize(
    ("text", "account"),
    [
        ("微信号：wxid_ab12cd34", "wxid_ab12cd34"),
        ("微信li_12345联系", "li_12345"),
        ("QQ：123456789", "123456789"),
        ("qq号码 12345", "12345"),
        ("WeChat ID: hz-wang1", "hz-wang1"),
    ],
)
def test_an_account_is_found_behind_its_label(text, account):
    assert found(text, Kind.ONLINE_ACCOUNT) == [account]


@pytest.mark.parametrize(
    "text",
    [
        "关注微信公众号hangzhou_cg12",
        "官方微信：hzcg_2012",
        "微信推送1234条，QQ群解答123次",
        "微信支付、QQ登录",
        "信用代码12330102QQ12345678",
        "护照号码VX4177996",
        "微信13800001234",
    ],
)
def test_what_is_no_account_of_a_person_is_left_alone(text):
    assert found(text, Kind.ONLINE_ACCOUNT) == []


def test_the_number_of_a_disability_certificate_is_that_of_its_holder():
    number = an_id()

    assert found(f"残疾证号{number}43", Kind.ID_NUMBER) == [f"{number}43"]
    assert found(f"流水号{number}99", Kind.ID_NUMBER) == []


@pytest.mark.parametrize(
    ("text", "mobile"),
    [
        ("Tel: +86 135 1246 2425", "86 135 1246 2425"),
        ("手机86150-7035-7829", "86150-7035-7829"),
        ("电话 158 6867 2258 2009-09-08", "158 6867 2258"),
    ],
)
def test_a_mobile_in_parts_is_found_with_its_country_and_before_a_day(text, mobile):
    assert found(text, Kind.MOBILE) == [mobile]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("请与林鑫科长联系，手机13068991519", ["林鑫"]),
        ("李长江，手机13068991519", ["李长江"]),
        ("卡号6228480402564890018，持卡人高洋", ["高洋"]),
        ("当事人王芳、李娜，电话13068991519", ["王芳", "李娜"]),
        ("患者王芳，监护人李娜，电话13068991519", ["王芳", "李娜"]),
        ("住户王芳（江干区朝晖六区32-2-518室）", ["王芳"]),
        ("居住在江干区朝晖六区32-2-518室的王芳老人", ["王芳"]),
        ('"name":"王芳","phone":"13068991519"', ["王芳"]),
        ("<td>王芳</td><td>13068991519</td>", ["王芳"]),
        ("学生家长许兰来电13068991519", ["许兰"]),
        ("请查收，电话13068991519", []),
        ("农商行卡6228480402564890018", []),
    ],
)
def test_names_are_found_however_they_are_led(text, names):
    assert found(text, Kind.NAME_WITH_ID) == names


@pytest.mark.parametrize(
    "text",
    [
        "联系人：综合科，联系电话：0571-87654321",
        "联系电话：0571-87654321（办公室）",
        "招标代理机构联系电话：0571-87654321",
        "建字第330100201207295号",
        "税务登记证号330106550402924",
        "http://www.example.com/art/330106550402924",
        "特种设备登记证编号：梯11浙A51098（24）",
    ],
)
def test_what_looks_alike_and_is_nobodys_is_left_alone(text):
    kinds = (Kind.LANDLINE, Kind.ID_NUMBER, Kind.PLATE)
    assert [one for kind in kinds for one in found(text, kind)] == []
