"""Language tags: Django's lower-case codes inside, BCP 47 wherever people or browsers look."""

from functools import lru_cache

from django.conf import settings
from django.utils.translation import get_language


@lru_cache(maxsize=512)
def bcp47(code: str) -> str:
    """`zh-hans` as `zh-Hans`, `ca-valencia` and `es` unchanged, `pt-br` as `pt-BR`."""
    first, *rest = code.replace("_", "-").split("-")
    return "-".join([first.lower(), *map(_subtag, rest)])


def _subtag(part: str) -> str:
    if len(part) == 4 and part.isalpha():
        return part.title()
    return part.upper() if len(part) == 2 else part.lower()


def ngettext_noop(singular: str, plural: str) -> tuple[str, str]:
    """Mark both forms for translation where they are written; they are chosen when read."""
    return singular, plural


def reader_language() -> str:
    """The BCP 47 tag of the language this page is being written in."""
    return bcp47(get_language() or settings.LANGUAGE_CODE)


def fallback_chain(tag: str) -> list[str]:
    """The tag, then the tag shortened part by part: `zh-Hant-HK`, `zh-Hant`, `zh`."""
    parts = tag.split("-")
    return ["-".join(parts[:end]) for end in range(len(parts), 0, -1)]


def address_in(code: str, path: str) -> str:
    """The same page in another language; addresses without a language stay as they are."""
    head, sep, tail = path.lstrip("/").partition("/")
    if head.partition("?")[0] in dict(settings.LANGUAGES):
        return f"/{code}/{tail}" if sep else f"/{code}/"
    return f"/{code}/"
