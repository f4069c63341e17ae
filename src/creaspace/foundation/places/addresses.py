"""Writing postal addresses in the order of their country. Pure.

An address in Han, kana or Hangul goes from the large to the small and ends with the recipient; the
same address in Latin letters goes from the small to the large, as the world's post expects it.
Sources for order and postal codes: the Universal Postal Union's country sheets, as far as known.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, fields

from creaspace.core.cldr import territory_name
from creaspace.foundation.places.address_table import FORMATS, LARGE_TO_SMALL, OTHERS

EAST_ASIAN = re.compile(r"[\u1100-\u11ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
FIELD = re.compile(r"\{(\w+)\}")
LOOSE_ENDS = re.compile(r"^[\s,()/-]+|[\s,(/-]+$")


class WrongPostalCode(ValueError):
    """A postal code that the country does not have."""

    def __init__(self, code: str, country: str, example: str) -> None:
        super().__init__(f"“{code}” is not a postal code of {country}. Write it as in {example}.")
        self.code, self.country, self.example = code, country, example


@dataclass(frozen=True)
class Address:
    """The parts of an address in one script; what is not known is empty."""

    country: str = ""
    region: str = ""
    city: str = ""
    district: str = ""
    street: str = ""
    building: str = ""
    postcode: str = ""
    recipient: str = ""

    @property
    def is_east_asian(self) -> bool:
        parts = (self.region, self.city, self.district, self.street, self.building)
        return bool(EAST_ASIAN.search("".join(parts)))

    def __bool__(self) -> bool:
        return any(getattr(self, each.name) for each in fields(self) if each.name != "country")


def lines_of(address: Address, language: str = "", *, with_country: bool = True) -> list[str]:
    """The address line by line; the country's name comes in `language`, by default in English.

    Leave the country out for readers inside it.
    """
    country = territory_name(address.country, language or "en") if with_country else ""
    if address.is_east_asian and address.country in LARGE_TO_SMALL:
        return _tidy([country, *_filled(LARGE_TO_SMALL[address.country], address)])
    return _tidy([*_filled(_format(address.country), address), country])


def one_line(address: Address, language: str = "", *, with_country: bool = True) -> str:
    """The same in one line, for lists and cards."""
    lines = lines_of(address, language, with_country=with_country)
    if address.is_east_asian and address.country in LARGE_TO_SMALL:
        return ("" if address.country != "KR" else " ").join(lines)
    return ", ".join(lines)


def bilingual(local: Address, latin: Address, language: str = "") -> tuple[list[str], list[str]]:
    """The address for the driver and for the reader, each in its own order.

    Equal or empty versions are not repeated: the second list is empty then.
    """
    shown = lines_of(local or latin, language)
    other = lines_of(latin, language) if latin and local and latin != local else []
    return shown, other


def check_postal_code(code: str, country: str) -> str:
    """The code as the country writes it; raise `WrongPostalCode` for one it cannot have.

    Countries without a rule here take any code.
    """
    entry = FORMATS.get(country)
    cleaned = " ".join(code.upper().split())
    if not cleaned or entry is None or not entry.postal:
        return cleaned
    if not re.fullmatch(entry.postal, cleaned):
        raise WrongPostalCode(code[:40], country, entry.example)
    return cleaned


def _format(country: str) -> str:
    entry = FORMATS.get(country)
    return entry.lines if entry else OTHERS


def _filled(pattern: str, address: Address) -> list[str]:
    return [
        FIELD.sub(lambda found: getattr(address, found.group(1)), line)
        for line in pattern.split(" / ")
    ]


def _tidy(lines: Sequence[str]) -> list[str]:
    """Without the marks that stood round parts that are empty, and without empty lines."""
    tidied = []
    for line in lines:
        text = re.sub(r"\(\s*\)", "", line)
        text = re.sub(r"(\s*,\s*){2,}", ", ", re.sub(r"\s{2,}", " ", text))
        text = LOOSE_ENDS.sub("", text).strip()
        if any(letter.isalnum() for letter in text):
            tidied.append(text)
    return tidied
