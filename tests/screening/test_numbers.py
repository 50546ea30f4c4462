"""Numbers of people are found however they are written; numbers of files are left alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sunlit.screening import numbers
from sunlit.screening.kinds import Kind
from sunlit.screening.lexicons import lexicon
from sunlit.screening.rules import screen_text
from tests.screening.reading import an_id, ending_in_x, found

FULL_WIDTH = str.maketrans("0123456789X", "０１２３４５６７８９Ｘ")
DIGITS = st.text("0123456789", min_size=17, max_size=17)

ID = an_id()
ID_X = ending_in_x()
CARD = "6222021234567890128"


@pytest.mark.parametrize(
    "written",
    [
        ID,
        ID_X,
        ID_X.lower(),
        ID.translate(FULL_WIDTH),
        ID_X.translate(FULL_WIDTH),
        f"{ID[:6]} {ID[6:14]} {ID[14:]}",
        f"{ID[:6]}-{ID[6:14]}-{ID[14:]}",
        f"{ID[:6]}\u3000{ID[6:14]}\u3000{ID[14:]}",
        f"{ID[:6]}\u200b{ID[6:]}",
        f"{ID[:10]}\n{ID[10:]}",
        f"{ID[:10]}\r\n  {ID[10:]}",
        f"{ID_X[:17]}\nX",
        " ".join(ID),
    ],
)
@pytest.mark.parametrize(
    "around", ["{}", "身份证号{}的居民", "张三，{}，男", "身份證號碼：{}。", "no{}"]
)
def test_an_id_number_is_found_however_it_is_written(written, around):
    assert found(around.format(written), Kind.ID_NUMBER) == [written]


def test_an_id_number_of_the_first_generation_is_found():
    assert found("身份证号：330102900101123", Kind.ID_NUMBER) == ["330102900101123"]


@given(DIGITS)
def test_the_check_digit_belongs_to_one_number_only(digits):
    right = numbers.id_check(digits)
    assert right in "0123456789X"
    for wrong in set("0123456789X") - {right}:
        assert not numbers.is_id_number(digits + wrong)


@given(DIGITS, st.integers(0, 16), st.integers(1, 9))
def test_one_wrong_digit_is_always_noticed(digits, place, step):
    other = str((int(digits[place]) + step) % 10)
    changed = digits[:place] + other + digits[place + 1 :]

    assert numbers.id_check(changed) != numbers.id_check(digits)


@pytest.mark.parametrize("last", sorted(set("0123456789X") - {ID[-1]}))
def test_an_id_number_with_a_wrong_check_digit_is_no_finding(last):
    assert found(f"身份证号：{ID[:17]}{last}") == []


@pytest.mark.parametrize(
    "written",
    ["13812345678", "138-1234-5678", "138 1234 5678", "１３８１２３４５６７８",
     "138\u30001234\u30005678", "一三八一二三四五六七八", "138 12345678", "+8613812345678",
     "138\n12345678"],
)  # fmt: skip
@pytest.mark.parametrize("around", ["电话{}。", "手機：{}", "请拨打{}联系"])
def test_a_mobile_number_is_found_however_it_is_written(written, around):
    (one,) = found(around.format(written), Kind.MOBILE)

    assert one == written.removeprefix("+")[-len(one) :]
    assert len(one) >= 11


@pytest.mark.parametrize(
    ("text", "landline"),
    [
        ("家庭电话：0571-87654321", "0571-87654321"),
        ("投诉人电话（0571）87654321", "0571）87654321"),
        ("举报人的联系电话是010-62345678", "010-62345678"),
        ("申请人联系电话：057187654321", "057187654321"),
        ("住宅电话：87654321", "87654321"),
        ("電話：0755-26543210", "0755-26543210"),
    ],
)
def test_a_landline_number_of_a_person_is_found(text, landline):
    assert found(text, Kind.LANDLINE) == [landline]


@pytest.mark.parametrize(
    "text",
    [
        "咨询电话：0571-87654321",
        "监督电话0571-87654321，传真0571-87654322",
        "值班电话：0571—87654321",
        "市民热线12345，城管热线12319",
        "办公室：0571-87654321",
    ],
)
def test_a_telephone_that_the_office_gives_out_is_no_finding(text):
    assert found(text) == []


def test_an_office_adds_its_own_public_numbers():
    text = "联系电话：0571-87654321，局长手机：138 1234 5678"
    own = lexicon().with_public_numbers(["0571-87654321", "13812345678"])

    assert len(found(text)) == 2
    assert screen_text(text, own) == ()


@pytest.mark.parametrize(
    "text",
    [
        f"银行卡号：{CARD}",
        f"开户行：工商银行，账号{CARD[:4]} {CARD[4:8]} {CARD[8:12]} {CARD[12:16]} {CARD[16:]}",
        "卡号" + CARD.translate(FULL_WIDTH),
        "请汇入4111 1111 1111 1111",
    ],
)
def test_a_bank_card_is_found_by_its_prefix_and_last_digit(text):
    assert len(found(text, Kind.BANK_CARD)) == 1


@given(st.integers(10**14, 10**15 - 1), st.integers(1, 9))
def test_a_bank_card_with_a_wrong_last_digit_is_none(middle, step):
    body = f"62{middle}0"
    check = next(n for n in range(10) if numbers.passes_luhn(f"{body}{n}"))
    wrong = f"{body}{(check + step) % 10}"

    assert numbers.is_union_pay(f"{body}{check}")
    assert found(f"银行卡号：{wrong}", Kind.BANK_CARD) == []


@pytest.mark.parametrize(
    "plate", ["浙A12345", "浙AD12345", "浙A·D12345", "沪B 8K929", "浙ａ１２３４５", "京A1234警"]
)
def test_a_number_plate_is_found(plate):
    assert found(f"车牌号为{plate}的小型客车", Kind.PLATE) == [plate]


@pytest.mark.parametrize(
    "text", ["护照号E12345678", "護照：EA1234567", "港澳通行证C12345678", "passport no. G12345678"]
)
def test_a_passport_is_found(text):
    assert len(found(text, Kind.PASSPORT)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "杭城管〔2012〕15号",
        "杭政函〔2012〕152号、国办发〔2019〕14号",
        "2012年12月31日至2013年1月15日",
        "2012-12-31 09:30:00",
        "2012.01.01-2012.12.31",
        "统一社会信用代码：91330100MA2CFXXX0L",
        "统一社会信用代码 913301001430466234",
        "统一社会信用代码：11330100002489106G",
        "罚款人民币12345678元",
        "中标金额13800000000元",
        "总投资 13812345678.00 元",
        "索引号：002489106/2012-00027",
        "索引号：113301000024891063/2012-00027",
        "订单号20120913138123456781",
        "案号：浙杭城执罚字[2012]第01-13812345678号",
        "工单编号：2012123100001234567",
        "订单编号62220212345678901",
        "设备序列号：SN13812345678",
        "GB/T 28181-2016、CJJ 27-2012",
        "东经120.153576，北纬30.287459",
        "ISBN 978-7-111-12345-6",
        "第13812号",
        "138****5678、330102********1234、6222 **** **** 0128、浙A****5",
        "330102199001*****3",
        "图标@2x.png",
        "办公邮箱：cgj@hangzhou.gov.cn",
        "创新A2座、全A20000",
    ],
)
def test_what_only_looks_like_a_number_of_a_person_is_no_finding(text):
    assert found(text) == []
