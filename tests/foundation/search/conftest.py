"""A shelf of documents that stands in for a room, so that this room is tested without any other."""

from collections.abc import Iterator, Sequence

import pytest
from django.utils import translation

from creaspace.core.subjects import Subject
from creaspace.core.viewer import STRANGER
from creaspace.foundation.search import reading, registry, services
from creaspace.foundation.search.registry import Document, Findable, Name

LABEL = "tests.thing"


class Shelf:
    """Documents by key; `keep` puts one there and indexes it."""

    def __init__(self, label: str) -> None:
        self.label = label
        self.documents: dict[str, Document] = {}

    def hand_over(self, keys: Sequence[str] | None) -> Iterator[Document]:
        wanted = self.documents if keys is None else keys
        yield from (self.documents[key] for key in wanted if key in self.documents)

    def put(
        self,
        key: str,
        *names: Name,
        texts: Sequence[Name] = (),
        score: int = 500,
        is_public: bool = True,
        tags: Sequence[str] = (),
    ) -> None:
        """Put a document on the shelf, without telling the index."""
        self.documents[key] = Document(
            subject=Subject(self.label, key),
            slug=f"thing-{key}",
            names=names,
            texts=texts,
            score=score,
            is_public=is_public,
            tags=tags,
            address=f"/en/things/{key}/",
        )

    def index(self, *keys: str) -> None:
        services.index_now(subjects=[Subject(self.label, key) for key in keys or self.documents])

    def found(self, words: str, **filters: object) -> list[str]:
        """The keys that somebody who has not signed in finds, in order."""
        answer = reading.find(words, viewer=STRANGER, limit=100, **filters)  # type: ignore[arg-type]
        return [hit.subject.key for hit in answer.hits]


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    with translation.override("en"):
        yield


@pytest.fixture
def only_shelves(monkeypatch: pytest.MonkeyPatch) -> None:
    """No room but those of the test has anything to be found."""
    monkeypatch.setattr(registry, "_FINDABLES", {})


@pytest.fixture
def shelf(only_shelves: None, db: None) -> Shelf:
    shelf = Shelf(LABEL)
    registry.register(Findable(LABEL, "Things", 10, shelf.hand_over))
    return shelf
