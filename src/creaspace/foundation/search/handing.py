"""Handing documents over: what the `findable.py` of every room needs for its records."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeVar

from django.conf import settings
from django.db.models import Model, QuerySet
from django.utils.translation import override

from creaspace.core.languages import bcp47
from creaspace.core.subjects import subject_of
from creaspace.core.viewer import STRANGER
from creaspace.foundation.languages.models import Texts
from creaspace.foundation.search.registry import Document, Keys, Name

Record = TypeVar("Record", bound=Model)
Rows = Mapping[str, Sequence[Texts]]
BATCH = 500


def documents_of(
    records: QuerySet[Any],
    keys: Keys | None,
    say: Callable[[Sequence[Any], Rows], Mapping[Any, Mapping[str, Any]]],
) -> Iterator[Document]:
    """A document for each record; `say` gives the names, texts and so on of a batch, by key.

    What anybody may see is public: the same question that the pages ask.
    """
    for batch in in_batches(records, keys):
        public = public_keys(batch)
        said = say(batch, texts_by_key(batch))
        for record, address in zip(batch, addresses_of(batch), strict=True):
            yield Document(
                subject=subject_of(record),
                slug=record.slug,
                is_public=record.pk in public,
                address=address,
                **said[record.pk],
            )


def in_batches(records: QuerySet[Any], keys: Keys | None, size: int = BATCH) -> Iterator[list[Any]]:
    """The records in lists, read one after the other, so that memory stays the same."""
    wanted = records.order_by("pk") if keys is None else records.filter(pk__in=keys).order_by("pk")
    batch = list(wanted[:size])
    while batch:
        yield batch
        batch = list(wanted.filter(pk__gt=batch[-1].pk)[:size])


def public_keys(records: Sequence[Model]) -> set[Any]:
    if not records:
        return set()
    visible: Any = type(records[0])._default_manager
    keys = [record.pk for record in records]
    return set(visible.visible_to(STRANGER).filter(pk__in=keys).values_list("pk", flat=True))


def addresses_of(records: Sequence[Any]) -> list[str]:
    """Of their pages in English; the index changes the language for each reader."""
    with override("en"):
        return [str(record.get_absolute_url()) for record in records]


def address_of(record: Any) -> str:
    return addresses_of([record])[0]


def texts_by_key(records: Sequence[Model]) -> dict[str, list[Texts]]:
    """The texts of records of one kind in every language: one query."""
    found: dict[str, list[Texts]] = {}
    if records:
        label = subject_of(records[0]).label
        for row in Texts.objects.of_all(label, {str(record.pk) for record in records}):
            found.setdefault(row.subject_key, []).append(row)
    return found


def told(record: Model, rows: Rows, *fields: str) -> list[Name]:
    """What these fields of a record say in every language there is; else what the column says."""
    own = rows.get(str(record.pk), [])
    said: list[Name] = []
    for field in fields:
        texts = [Name(row.text(field), row.language) for row in own if row.text(field)]
        column = str(getattr(record, field, "") or "")
        said += texts or [Name(column, getattr(record, "source_language", ""))] * bool(column)
    return said


def told_by_parts(parts: QuerySet[Any], parent: str, *fields: str) -> dict[Any, list[Name]]:
    """What the rows that belong to records say, by the key of their record: two queries."""
    listed = list(parts)
    rows = texts_by_key(listed)
    said: dict[Any, list[Name]] = {}
    for part in listed:
        said.setdefault(getattr(part, parent), []).extend(told(part, rows, *fields))
    return said


def in_each_language(say: Callable[[], object]) -> list[Name]:
    """What words of the interface, or put together from them, are in each of its languages."""
    said: list[Name] = []
    for code, _name in settings.LANGUAGES:
        with override(code):
            said.append(Name(str(say()), bcp47(code)))
    return said


def labels_of(concepts: Iterable[Any]) -> list[Name]:
    """The labels of concepts, and their other labels, in every language."""
    said: list[Name] = []
    for concept in concepts:
        said += [Name(text, tag) for tag, text in concept.labels.items() if text]
        said += [Name(text, tag) for tag, texts in concept.alt_labels.items() for text in texts]
    return said


def keys_from(rows: QuerySet[Any], field: str) -> Callable[[Keys], Iterator[Any]]:
    """For `heeds`: the records to which rows of these keys belong, by the name of the column."""
    return lambda keys: iter(set(rows.filter(pk__in=keys).values_list(field, flat=True)))


def keys_of(records: QuerySet[Any], field: str) -> Callable[[Keys], Iterator[Any]]:
    """For `heeds`: our own records that point to others of these keys."""
    return lambda keys: iter(
        set(records.filter(**{f"{field}__in": keys}).values_list("pk", flat=True))
    )
