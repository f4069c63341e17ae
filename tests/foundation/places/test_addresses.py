"""Addresses in the order of their country."""

import re

import pytest

from creaspace.foundation.places.address_table import FORMATS
from creaspace.foundation.places.addresses import (
    Address,
    WrongPostalCode,
    bilingual,
    check_postal_code,
    lines_of,
    one_line,
)
from creaspace.foundation.places.services import DATA

VALENCIA = Address(
    country="ES",
    region="Valencia",
    city="València",
    street="Baró de Sant Petrillo, 14",
    postcode="46020",
    recipient="CIM Benimaclet",
)
KUNMING = Address(
    country="CN",
    region="云南省",
    city="昆明市",
    district="五华区",
    street="金鼎山北路14号",
    postcode="650101",
    recipient="拾翠民艺公园",
)
KUNMING_LATIN = Address(
    country="CN",
    region="Yunnan",
    city="Kunming",
    district="Wuhua District",
    street="14 Jindingshan North Road",
    postcode="650101",
)


def test_spanish_address_goes_from_small_to_large():
    assert lines_of(VALENCIA, "zh-Hans") == [
        "CIM Benimaclet",
        "Baró de Sant Petrillo, 14",
        "46020 València (Valencia)",
        "西班牙",
    ]


def test_chinese_address_goes_from_large_to_small():
    assert lines_of(KUNMING, "zh-Hans") == [
        "中国",
        "650101",
        "云南省昆明市五华区金鼎山北路14号",
        "拾翠民艺公园",
    ]


def test_same_address_in_latin_letters_goes_from_small_to_large():
    assert lines_of(KUNMING_LATIN, "en") == [
        "14 Jindingshan North Road",
        "Wuhua District",
        "Kunming, Yunnan 650101",
        "China",
    ]


def test_driver_and_reader_each_get_their_order():
    local, latin = bilingual(KUNMING, KUNMING_LATIN, "en")

    assert local[2] == "云南省昆明市五华区金鼎山北路14号"
    assert latin[0] == "14 Jindingshan North Road"


def test_only_version_is_not_repeated():
    assert bilingual(Address(country="ES"), VALENCIA)[0] == lines_of(VALENCIA)
    assert bilingual(VALENCIA, VALENCIA)[1] == []


def test_japanese_and_korean_addresses_follow_their_post():
    yokohama = Address(
        country="JP",
        region="神奈川県",
        city="横浜市",
        street="西区北幸1-11-15",
        postcode="220-0004",
    )
    seoul = Address(
        country="KR", city="서울특별시", district="종로구", street="세종대로 172", postcode="03154"
    )

    assert lines_of(yokohama, with_country=False) == ["〒220-0004", "神奈川県横浜市西区北幸1-11-15"]
    assert one_line(seoul, "ko") == "대한민국 서울특별시 종로구 세종대로 172 03154"


def test_parts_that_are_not_known_leave_no_marks_behind():
    assert lines_of(Address(country="ES", city="València"), with_country=False) == ["València"]
    assert lines_of(Address(country="CN", city="Kunming"), with_country=False) == ["Kunming"]
    assert lines_of(Address(country="JP", city="横浜市"), with_country=False) == ["横浜市"]
    assert lines_of(Address(country="BD", city="Dhaka"), with_country=False) == ["Dhaka"]
    assert lines_of(Address()) == []


def test_address_in_one_line_is_separated_as_its_script_does():
    assert one_line(VALENCIA, "es").endswith("46020 València (Valencia), España")
    assert one_line(KUNMING, "zh-Hans").startswith("中国")


def test_country_without_a_format_of_its_own_gets_the_usual_one():
    nairobi = Address(country="KE", city="Nairobi", postcode="00100", street="Kenyatta Avenue")

    assert lines_of(nairobi, "en") == ["Kenyatta Avenue", "00100 Nairobi", "Kenya"]


@pytest.mark.parametrize("country", [code for code in FORMATS if FORMATS[code].postal])
def test_example_of_a_postal_code_fits_its_country(country: str):
    assert check_postal_code(FORMATS[country].example, country) == FORMATS[country].example


def test_every_partner_of_the_asia_europe_meeting_has_a_format():
    sets = (DATA / "country_sets.json").read_text(encoding="utf-8")

    assert set(re.findall(r'"([A-Z]{2})"', sets)) <= set(FORMATS)


@pytest.mark.parametrize(("code", "country"), [("99999", "ES"), ("4600", "ES"), ("ABC", "CN")])
def test_impossible_postal_code_is_refused_with_an_example(code: str, country: str):
    with pytest.raises(WrongPostalCode) as refusal:
        check_postal_code(code, country)

    assert code in str(refusal.value)
    assert FORMATS[country].example in str(refusal.value)


def test_postal_code_is_written_in_capitals_and_single_spaces():
    assert check_postal_code(" ec1a  1bb ", "GB") == "EC1A 1BB"
    assert check_postal_code("anything", "KE") == "ANYTHING"
