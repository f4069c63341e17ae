"""Writing a text and reading it again, in few words."""

from typing import Any

from django.template import Context, Template
from django.utils.translation import override

from creaspace.core.viewer import System
from creaspace.foundation.languages.models import Texts
from creaspace.foundation.languages.reading import (
    texts_of,
)
from creaspace.foundation.languages.services import (
    write_original,
    write_translation,
)

BY = System("tests")
TWO = "One paragraph.\n\nAnother paragraph."


def original(about: Any, **fields: str) -> Texts:
    return write_original(about=about, language="en", fields=fields, by=BY)


def translation(about: Any, language: str, state: str = "reviewed", **fields: str) -> Texts:
    return write_translation(about=about, language=language, fields=fields, state=state, by=BY)


def words(about: Any, name: str, language: str) -> Any:
    with override(language):
        return texts_of(about).words(name)


def rendered(source: str, about: Any, language: str) -> str:
    with override(language):
        return Template(source).render(Context({"record": about})).strip()
