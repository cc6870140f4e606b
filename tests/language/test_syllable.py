"""Syllables: all of real text and of a list by rime pass, what cannot be written does not."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kehoach.language.syllable import is_syllable, tone_in_place

ROOT = Path(__file__).parents[2]

# Every onset, every kind of rime and every tone stands here at least once.
RIGHT = """
a à á ả ã ạ ác ạch ai ám ánh ào áp ắt ặc ẵm ẩn ấp ậu ấy ba bạc bách bánh bẩy bè bênh bếp bễ bình
bộc bông buộc buýt bướm bưu cá cạnh cắt cấp cầu chà chanh chẵn chếch chiếc chiêu choàng choé chuẩn
chuột chuyện chướng cọc coóc công cơm cờ của cúc cuốc cướp dã dạy dấu dẻo diễn diệt doanh dọc dùng
duyệt dưỡng đa đạc đặc đẳng đẩy đếm đích điều đoạt đoản đổ độc đột đờ đũa đúc đuối đương gà gạch
gẫy ghe ghét ghế ghi ghềnh gì gìn già giặc giấy giếng giêng giết giỏi giống giờ giục giữ giường gò
góp gỗ gửi hà hạch hãng hắt hẹn hiếm hiệp hiệu hình hoa hoá hóa hoạch hoàn hoặc hoẵng học hồ hộp
hợp huấn huệ huy huých huyện huyết huỳnh hưởng hữu ích ỉa in ít kể kệch kênh kép khách khoa khoẻ
khỏe khoét khoắng khuân khuất khuếch khuy khuỷu khuỵu khuya khuyên khuyết kích kiểm kiếp kỳ kỷ kỹ
là lạch lẫm lắp lệch lịch liêm loa loàng loạt loắt lợi luật luân lúc luyện lừa lượt lý má mệnh
miếng mỏ mộc muốn muỗng mỹ mười mượt nã nách nấm nếp nghe nghé nghề nghệ nghi nghị nghiệp nghiêng
ngoài ngoao ngoằn ngoèo ngọc ngoẹo nguồn nguyễn nguyệt nguỵ ngụy người ngượng nhà nhạc nhánh nhiệm
nhiều nhoẻn nhuần nhuộm nhượng nước oai oan oản oách oăm oằn ổi ổn ở ớt phá phạm pháp phiếu phòng
phương phượng pin quà quả quạ quan quang quanh quát quặng quắc quân quất quẩy que quen quét quê
quên quệt quết qui quít quịt quốc quơ quý quýt quyền quyết quỳnh rác rãnh rằng rõ rượu sách sẵn sẽ
siết soạn soát suất suýt suốt sương tá tạch tẩm tế tích tiếp toà tòa toán toát tuân tuần tuệ tuếch
tuềnh tuổi tuy tuỳ tùy tuyên tuyết tuýp tuýt từ tưởng tượng thẳng thế thiệp thoa thoăn thoắt thuế
thuở thuỷ thủy thuyền thưởng trạch trình trưởng truyền truyện uất ủng uống ủy uỷ uyên uyển uýnh ừ
ưa ứng ươm ướt ưu vã vạch vãng vẹn viết viện vọng vuông vượt vỹ xã xác xẻng xiết xoa xoáy xoong
xuân xuất xuống xuyên y ý yếm yên yết yêu
""".split()  # noqa: SIM905  words, not code


@pytest.mark.parametrize("word", RIGHT)
def test_what_vietnamese_writes_is_a_syllable(word: str) -> None:
    assert is_syllable(word)
    assert is_syllable(word.upper())


@pytest.mark.parametrize(
    ("word", "why"),
    [
        ("câp", "a stop without tone"),
        ("cầp", "a stop with huyền"),
        ("tổt", "a stop with hỏi"),
        ("nghành", "ngh before a"),
        ("ngệ", "ng before ê"),
        ("nghià", "ngh with a tone at the end"),
        ("kà", "k before a"),
        ("cế", "c before ê"),
        ("ghà", "gh before a"),
        ("gế", "g before ê"),
        ("qốc", "q without u"),
        ("quuyết", "two u"),
        ("thưc", "a stop without tone"),
        ("triễnn", "two n"),
        ("đướnǵ", "two tones"),
        ("hiêụ", "the tone on the last letter"),
        ("dg", "no vowel"),
        ("thuộcc", "two c"),
        ("iếm", "iê without onset"),
        ("zề", "no letter of Vietnamese"),
        ("", "nothing"),
    ],
)
def test_what_it_cannot_write_is_none(word: str, why: str) -> None:
    assert not is_syllable(word), why


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("hòan", "hoàn"),
        ("tòan", "toàn"),
        ("qủa", "quả"),
        ("qúy", "quý"),
        ("gíao", "giáo"),
        ("gìa", "già"),
        ("thúôc", "thuốc"),
        ("hiêụ", "hiệu"),
        ("chưong", ""),
        ("đựơc", "được"),
        ("khoaí", "khoái"),
        ("hoá", "hoá"),
        ("hóa", "hóa"),
    ],
)
def test_a_misplaced_tone_goes_where_it_belongs(wrong: str, right: str) -> None:
    assert tone_in_place(wrong) == right


@given(st.text(alphabet="aăâeêioôơuưybcdđghklmnpqrstvx\u0301\u0300\u0309\u0303\u0323", max_size=8))
def test_what_is_put_in_place_is_a_syllable(word: str) -> None:
    placed = tone_in_place(word)
    assert not placed or is_syllable(placed)


def test_every_marked_word_of_the_plans_is_a_syllable_or_known_to_be_none() -> None:
    words = {
        word
        for file in (ROOT / "plans").glob("*.yaml")
        for word in re.findall(r"[^\W\d_]+", file.read_text(encoding="utf-8"))
        if word[1:].islower() and not word.isascii()
    }
    assert len(words) > 500
    assert {word for word in words if not is_syllable(word)} == set()
