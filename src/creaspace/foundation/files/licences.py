"""Licences by their SPDX identifier in words, with the address of their text. Pure."""

import re

CREATIVE_COMMONS = re.compile(r"CC-(BY(?:-NC)?(?:-ND|-SA)?)-([1-4]\.[05])(?:-([A-Z]{2}))?")


def licence_words(licence: str) -> str:
    """`CC-BY-SA-4.0` as `CC BY-SA 4.0`; what is no identifier stays as it was written."""
    if licence == "CC0-1.0":
        return "CC0 1.0"
    if found := CREATIVE_COMMONS.fullmatch(licence):
        return " ".join(part for part in ("CC", *found.groups()) if part)
    return licence


def licence_address(licence: str) -> str:
    """Where the licence can be read; empty when it has no identifier we know."""
    if licence == "CC0-1.0":
        return "https://creativecommons.org/publicdomain/zero/1.0/"
    found = CREATIVE_COMMONS.fullmatch(licence)
    if not found:
        return ""
    terms, version, country = found.groups()
    place = f"{country.lower()}/" if country else ""
    return f"https://creativecommons.org/licenses/{terms.lower()}/{version}/{place}"
