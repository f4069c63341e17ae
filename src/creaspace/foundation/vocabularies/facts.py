"""Values that are concepts show as their labels; what sources say of a scheme itself."""

from typing import Any

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from creaspace.foundation.languages.templatetags.texts import marked
from creaspace.foundation.statements.fields import Field, declare, declare_groups
from creaspace.foundation.statements.showing import shows
from creaspace.foundation.vocabularies.indexes import index_of

SCHEME = "vocabularies.scheme"

declare_groups(SCHEME, {"used": _("As programmes describe it")})
declare(
    SCHEME,
    Field("label", _("What it is used for"), group="used", many=True),
    Field("note", _("Note"), group="used", many=True),
)


@shows("concept")
def concept_label(value: Any, field: Field) -> SafeString:
    """The label in the reader's language; words the scheme does not know stay as they are."""
    found = index_of(field.scheme).find(str(value))
    return marked(found.label_with_language()) if found else format_html("{}", value)


@shows("concepts")
def concept_labels(value: Any, field: Field) -> SafeString:
    """Several labels, told apart by semicolons, since labels hold commas themselves."""
    labels = ((concept_label(each, field),) for each in value)
    return format_html_join("; ", "{}", labels)
