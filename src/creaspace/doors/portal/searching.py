"""The page of results: the best of every room, or all of one room page by page."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import cast

from django.core.paginator import Page
from django.http import QueryDict

from creaspace.core.parameters import page_of, word
from creaspace.core.suggestions import Suggestions
from creaspace.core.viewer import Viewer
from creaspace.foundation.search import reading
from creaspace.foundation.search.asking import COUNTED, DEEPEST
from creaspace.foundation.search.naming import Named, names_like
from creaspace.foundation.search.reading import Answer, Hit
from creaspace.foundation.search.registry import Findable, findable_of, findables

BEST_OF_ROOM = 5
SUGGESTED_OF_ROOM = 3
RESULTS_A_PAGE = 20
LONGEST = 400


@dataclass(frozen=True)
class Group:
    """What one room has for the question."""

    room: Findable
    hits: Sequence[Hit]
    count: int
    is_open_ended: bool

    @property
    def has_more(self) -> bool:
        return self.is_open_ended or self.count > len(self.hits)


@dataclass(frozen=True)
class SearchPage:
    """All that the page shows; without words only the field and what can be found at all."""

    words: str
    answer: Answer | None = None
    groups: Sequence[Group] = ()
    room: Findable | None = None
    page: Page[Hit] | None = None
    wait_seconds: int = 0
    rooms: Sequence[Findable] = field(default_factory=findables)

    @property
    def counted(self) -> int:
        return COUNTED

    @property
    def asks_for_nothing(self) -> bool:
        """Whether something was typed in which there is no letter to look for."""
        return self.answer is not None and self.answer.query.expression is None


def question_of(query: QueryDict) -> str:
    return word(query, "q", longest=LONGEST)


def search_page(query: QueryDict, viewer: Viewer) -> SearchPage:
    words = question_of(query)
    if not words:
        return SearchPage(words="")
    room = findable_of(word(query, "room", longest=80))
    if room is None:
        answer, hits = reading.find_by_room(words, viewer=viewer, most=BEST_OF_ROOM)
        groups = [_group(each, answer, hits) for each in findables() if hits.get(each.label)]
        return SearchPage(words, answer, groups)
    results = Results(words, room.label, viewer)
    page = page_of(cast("list[Hit]", results), query, size=RESULTS_A_PAGE)
    return SearchPage(words, results.answer, room=room, page=page)


def suggestions(words: str) -> list[Suggestions]:
    """A few names of every room that begin so, in the order of the page of results."""
    rooms = findables()
    named = names_like(words, labels=[each.label for each in rooms], most=SUGGESTED_OF_ROOM)
    return [_suggested(each, named[each.label]) for each in rooms]


def _suggested(room: Findable, named: Sequence[Named]) -> Suggestions:
    return Suggestions(room.title, room.icon, [each.suggestion() for each in named if each.address])


def _group(room: Findable, answer: Answer, hits: dict[str, list[Hit]]) -> Group:
    shown = hits[room.label]
    count = max(answer.per_label.get(room.label, 0), len(shown))
    return Group(room, shown, count, room.label in answer.open_ended)


class Results:
    """All results of a room, of which only the part is read that somebody looks at."""

    def __init__(self, words: str, label: str, viewer: Viewer) -> None:
        self.words, self.label, self.viewer = words, label, viewer
        self.first = 0
        self.answer = self._read()

    def _read(self) -> Answer:
        return reading.find(
            self.words,
            viewer=self.viewer,
            labels=[self.label],
            limit=RESULTS_A_PAGE,
            offset=self.first,
        )

    def __len__(self) -> int:
        return min(self.answer.count, DEEPEST)

    def __getitem__(self, wanted: slice) -> list[Hit]:
        if wanted.start != self.first:
            self.first = wanted.start
            self.answer = self._read()
        return self.answer.hits
