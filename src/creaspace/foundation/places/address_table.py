"""Order of the parts of an address, and postal codes, of the partners of the Asia-Europe Meeting.

Compiled by us from general knowledge of the postal unions' sheets. " / " separates lines.
"""

from typing import NamedTuple


class Format(NamedTuple):
    """Lines of an address in Latin letters, the pattern of a postal code, and an example of one."""

    lines: str
    postal: str = ""
    example: str = ""


_HOUSE = "{recipient} / {building} / {street}"
_CODE_CITY = f"{_HOUSE} / {{district}} / {{postcode}} {{city}}"
_CODE_CITY_REGION = f"{_HOUSE} / {{district}} / {{postcode}} {{city}} ({{region}})"
_CITY_CODE = f"{_HOUSE} / {{district}} / {{city}} {{postcode}}"
_CITY_CODE_REGION = f"{_HOUSE} / {{district}} / {{city}} {{postcode}} / {{region}}"
_CITY_REGION_CODE = f"{_HOUSE} / {{district}} / {{city}}, {{region}} {{postcode}}"
_CODE_BELOW = f"{_HOUSE} / {{district}} / {{city}} / {{postcode}}"
OTHERS = f"{_HOUSE} / {{district}} / {{postcode}} {{city}} / {{region}}"
_4, _5, _6 = r"\d{4}", r"\d{5}", r"\d{6}"

LARGE_TO_SMALL = {
    "CN": "{postcode} / {region}{city}{district}{street}{building} / {recipient}",
    "HK": "{region}{city}{district}{street}{building} / {recipient}",
    "JP": "〒{postcode} / {region}{city}{district}{street}{building} / {recipient}",
    "KR": "{region} {city} {district} {street} {building} / {recipient} / {postcode}",
    "MO": "{city}{district}{street}{building} / {recipient}",
    "SG": "{city}{district}{street}{building} / {postcode} / {recipient}",
    "TW": "{postcode} / {region}{city}{district}{street}{building} / {recipient}",
}

FORMATS: dict[str, Format] = {
    # Europe
    "AT": Format(_CODE_CITY, _4, "1010"),
    "BE": Format(_CODE_CITY, _4, "1000"),
    "BG": Format(_CODE_CITY, _4, "1000"),
    "CH": Format(_CODE_CITY, _4, "8001"),
    "CY": Format(_CODE_CITY, _4, "2008"),
    "CZ": Format(_CODE_CITY, r"\d{3} ?\d{2}", "100 00"),
    "DE": Format(_CODE_CITY, _5, "10115"),
    "DK": Format(_CODE_CITY, _4, "1050"),
    "EE": Format(_CODE_CITY, _5, "10111"),
    "ES": Format(_CODE_CITY_REGION, r"(0[1-9]|[1-4]\d|5[0-2])\d{3}", "46022"),
    "FI": Format(_CODE_CITY, _5, "00100"),
    "FR": Format(_CODE_CITY, _5, "13003"),
    "GB": Format(_CODE_BELOW, r"[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}|GIR ?0AA", "EC1A 1BB"),
    "GR": Format(_CODE_CITY, r"\d{3} ?\d{2}", "104 31"),
    "HR": Format(_CODE_CITY, _5, "10000"),
    "HU": Format(
        "{recipient} / {city} / {district} / {building} / {street} / {postcode}", _4, "1055"
    ),
    "IE": Format(_CODE_BELOW, r"[A-Z]\d[\dW] ?[A-Z\d]{4}", "D02 AF30"),
    "IT": Format(f"{_HOUSE} / {{district}} / {{postcode}} {{city}} {{region}}", _5, "00144"),
    "LT": Format(_CODE_CITY, r"(LT-)?\d{5}", "LT-01100"),
    "LU": Format(_CODE_CITY, r"(L-)?\d{4}", "L-1219"),
    "LV": Format(f"{_HOUSE} / {{district}} / {{city}}, {{postcode}}", r"LV-\d{4}", "LV-1010"),
    "MT": Format(_CITY_CODE, r"[A-Z]{3} ?\d{2,4}", "VLT 1117"),
    "NL": Format(_CODE_CITY, r"[1-9]\d{3} ?[A-Z]{2}", "1012 JS"),
    "NO": Format(_CODE_CITY, _4, "0150"),
    "PL": Format(_CODE_CITY, r"\d{2}-\d{3}", "00-950"),
    "PT": Format(_CODE_CITY, r"\d{4}-\d{3}", "1100-148"),
    "RO": Format(_CODE_CITY, _6, "010011"),
    "SE": Format(_CODE_CITY, r"\d{3} ?\d{2}", "111 20"),
    "SI": Format(_CODE_CITY, _4, "1000"),
    "SK": Format(_CODE_CITY, r"\d{3} ?\d{2}", "811 01"),
    # Asia, as the Meeting counts it
    "AU": Format(f"{_HOUSE} / {{district}} / {{city}} {{region}} {{postcode}}", _4, "3000"),
    "BD": Format(f"{_HOUSE} / {{district}} / {{city}} - {{postcode}}", _4, "1000"),
    "BN": Format(_CITY_CODE, r"[A-Z]{2}\d{4}", "BS8711"),
    "CN": Format(_CITY_REGION_CODE, _6, "650091"),
    "ID": Format(_CITY_CODE_REGION, _5, "55122"),
    "IN": Format(
        f"{_HOUSE} / {{district}} / {{city}} {{postcode}} / {{region}}",
        r"[1-9]\d{2} ?\d{3}",
        "302001",
    ),
    "JP": Format(_CITY_REGION_CODE, r"\d{3}-?\d{4}", "220-0004"),
    "KH": Format(_CITY_CODE, r"\d{5,6}", "120101"),
    "KR": Format(_CITY_REGION_CODE, _5, "03045"),
    "KZ": Format(
        f"{_HOUSE} / {{district}} / {{city}} / {{region}} / {{postcode}}",
        r"\d{6}|[A-Z]\d{2}[A-Z]\d[A-Z]\d",
        "010000",
    ),
    "LA": Format(_CODE_CITY, _5, "01000"),
    "MM": Format(f"{_HOUSE} / {{district}} / {{city}}, {{postcode}}", r"\d{5,7}", "11181"),
    "MN": Format(_CITY_CODE, r"\d{5,6}", "14200"),
    "MY": Format(f"{_HOUSE} / {{district}} / {{postcode}} {{city}} / {{region}}", _5, "50050"),
    "NZ": Format(_CITY_CODE, _4, "6011"),
    "PH": Format(f"{_HOUSE} / {{district}} / {{postcode}} {{city}} / {{region}}", _4, "1634"),
    "PK": Format(f"{_HOUSE} / {{district}} / {{city}}-{{postcode}} / {{region}}", _5, "44000"),
    "RU": Format(f"{_HOUSE} / {{district}} / {{city}} / {{region}} / {{postcode}}", _6, "101000"),
    "SG": Format(f"{_HOUSE} / {{district}} / {{city}} {{postcode}}", _6, "189554"),
    "TH": Format(f"{_HOUSE} / {{district}} / {{city}} / {{region}} {{postcode}}", _5, "10110"),
    "VN": Format(
        f"{_HOUSE} / {{district}} / {{city}} {{postcode}} / {{region}}", r"\d{5,6}", "100000"
    ),
    # Neighbours with spaces in our data
    "HK": Format(f"{_HOUSE} / {{district}} / {{city}} / {{region}}"),
    "MO": Format(f"{_HOUSE} / {{district}} / {{city}}"),
    "TR": Format(f"{_HOUSE} / {{district}} / {{postcode}} {{region}} / {{city}}", _5, "35250"),
    "TW": Format(_CITY_REGION_CODE, r"\d{3}(-?\d{2,3})?", "100"),
}
