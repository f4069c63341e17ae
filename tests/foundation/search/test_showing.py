"""What readers get to see: marked words, passages, counts, suggestions, in the right language."""

import pytest
from django.utils import translation

from creaspace.core.viewer import STRANGER
from creaspace.foundation.search import reading, registry
from creaspace.foundation.search.engines import Ask, Table, the_engine
from creaspace.foundation.search.expressions import AllOf, Term
from creaspace.foundation.search.marking import marked
from creaspace.foundation.search.registry import Findable, Name
from creaspace.foundation.search.typing_errors import distance
from tests.foundation.search.conftest import Shelf

ENGLISH = "A mill by the river, for whoever makes art."
SPANISH = "Un molino junto al río, para quien hace arte."


def hits(text: str, words: str, language: str = "en") -> list[str]:
    pieces = marked(text, words, language)
    assert "".join(piece for piece, _hit in pieces) == text
    return [piece for piece, hit in pieces if hit]


@pytest.mark.parametrize(
    ("text", "words", "language", "found"),
    [
        ("Two Galleries and a gallery", "gallery", "en", ["Galleries", "gallery"]),
        ("La Fábrica de café", "fabrica CAFE", "es", ["Fábrica", "café"]),
        ("昆明当代美术馆", "美术馆", "zh-Hans", ["美术馆"]),
        ("臺北當代藝術館", "当代艺术", "zh-Hant", ["當代藝術"]),
        ("美术馆", "馆", "zh-Hans", ["馆"]),
        ("昆明创库", "kunming", "zh-Hans", ["昆明"]),
        ("昆明创库", "ck", "zh-Hans", ["创库"]),
        ("お茶の水", "お茶", "ja", ["お茶"]),
        ("작은 미술관에서", "미술관", "ko", ["미술관"]),
        ("หอศิลปวัฒนธรรม", "ศิลป", "th", ["ศิลป"]),
        ("Đà Nẵng", "da nang", "vi", ["Đà", "Nẵng"]),
        ("1 < 2 & <b>bold</b>", "bold", "en", ["bold"]),
        ("nothing here", "else", "en", []),
    ],
)
def test_found_words_are_marked(text: str, words: str, language: str, found: list[str]):
    assert hits(text, words, language) == found


def test_long_text_is_shown_around_what_was_found(shelf: Shelf):
    text = "Filler words. " * 60 + "The lighthouse stands here. " + "More words. " * 60
    shelf.put("a", Name("Coast", "en"), texts=[Name(text, "en")])
    shelf.index()

    passage = reading.find("lighthouse", viewer=STRANGER).hits[0].passage

    assert passage is not None
    assert len(passage.text) < 240
    assert passage.text.startswith("…")
    assert [piece for piece, hit in passage.pieces if hit] == ["lighthouse"]


def test_reader_sees_the_name_and_passage_of_their_own_language(shelf: Shelf):
    names = [Name("The Mill", "en"), Name("El molino", "es"), Name("磨坊", "zh-Hans")]
    texts = [Name(ENGLISH, "en"), Name(SPANISH, "es")]
    shelf.put("a", *names, texts=texts)
    shelf.index()

    with translation.override("es"):
        hit = reading.find("arte", viewer=STRANGER).hits[0]

    assert (hit.name, hit.language) == ("El molino", "es")
    assert hit.passage is not None
    assert (hit.passage.text, hit.passage.language) == (SPANISH, "es")
    assert hit.address == "/es/things/a/"


def test_other_name_is_shown_when_only_that_was_found(shelf: Shelf):
    shelf.put("a", Name("The Mill", "en"), Name("磨坊", "zh-Hans"))
    shelf.index()

    hit = reading.find("mofang", viewer=STRANGER).hits[0]

    assert hit.name == "The Mill"
    assert hit.also is not None
    assert (hit.also.text, hit.also.language, hit.also.hits) == ("磨坊", "zh-Hans", 1)
    assert hit.is_name_hit


def test_short_text_is_a_label_beside_the_passage(shelf: Shelf):
    texts = [Name(ENGLISH, "en"), Name("Kunming", "en"), Name("昆明", "zh-Hans")]
    shelf.put("a", Name("The Mill", "en"), texts=texts)
    shelf.index()

    hit = reading.find("kunming", viewer=STRANGER).hits[0]

    assert [label.text for label in hit.labels] == ["Kunming"]
    assert hit.passage is not None
    assert hit.passage.text == ENGLISH


def test_rooms_are_counted_in_one_go(shelf: Shelf):
    other = Shelf("tests.other")
    registry.register(Findable("tests.other", "Other", 20, other.hand_over))
    for number in range(7):
        shelf.put(str(number), Name("Lantern", "en"))
    other.put("o", Name("Lantern", "en"))
    shelf.index()
    other.index()

    answer, grouped = reading.find_by_room("lantern", viewer=STRANGER, most=3)

    assert answer.per_label == {"tests.thing": 7, "tests.other": 1}
    assert (answer.count, answer.is_exact) == (8, True)
    assert {label: len(found) for label, found in grouped.items()} == {
        "tests.thing": 3,
        "tests.other": 1,
    }


def test_answer_asks_as_often_for_many_as_for_one(shelf: Shelf, django_assert_num_queries: object):
    shelf.put("0", Name("Lantern", "en"))
    shelf.index()
    with translation.override("en"):
        first = _queries(lambda: reading.find_by_room("lantern", viewer=STRANGER, most=9))
    for number in range(1, 4):
        shelf.put(str(number), Name("Lantern", "en"), texts=[Name("light", "en")])
    shelf.index()

    assert _queries(lambda: reading.find_by_room("lantern", viewer=STRANGER, most=9)) == first


def _queries(ask: object) -> int:
    from django.db import connection  # noqa: PLC0415 -- beside its only use
    from django.test.utils import CaptureQueriesContext  # noqa: PLC0415 -- beside its only use

    with CaptureQueriesContext(connection) as queries:
        ask()  # type: ignore[operator]
    return len(queries)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("gallrey", "Gallery"),
        ("galery", "Gallery"),
        ("fabrcia", "Fábrica"),
        ("enkendidda", "Encendida"),
        ("昆名", "昆明"),
        ("昆明创酷", "昆明创库"),
    ],
)
def test_slip_is_answered_by_what_was_meant(shelf: Shelf, typed: str, meant: str):
    shelf.put("a", Name("Gallery of Light", "en"))
    shelf.put("b", Name("La Fábrica Encendida", "es"))
    shelf.put("c", Name("昆明创库", "zh-Hans"))
    shelf.index()

    answer = reading.find(typed, viewer=STRANGER)

    assert answer.hits == []
    assert answer.suggestions[0] == meant


def test_words_that_never_meet_are_suggested_one_by_one(shelf: Shelf):
    shelf.put("a", Name("Gallery", "en"))
    shelf.put("b", Name("Workshop", "en"))
    shelf.index()

    answer = reading.find("gallery workshop", viewer=STRANGER)

    assert answer.count == 0
    assert answer.suggestions == ["gallery", "workshop"]


def test_suggestion_never_tells_of_what_is_not_public(shelf: Shelf):
    shelf.put("a", Name("Secretariat", "en"), is_public=False)
    shelf.index()

    assert reading.find("secretarait", viewer=STRANGER).suggestions == []


def test_keys_of_a_room_come_in_the_order_of_results(shelf: Shelf):
    shelf.put("1", Name("One", "en"), texts=[Name("harbour", "en")], score=900)
    shelf.put("2", Name("Harbour", "en"), score=100)
    shelf.index()

    keys = reading.matching_keys("harbour", viewer=STRANGER, label=shelf.label, limit=10)

    assert keys == [2, 1]


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [("gallery", "gallery", 0), ("gallrey", "gallery", 1), ("galery", "gallery", 1), ("a", "b", 1)],
)
def test_distance_counts_slips(one: str, other: str, apart: int):
    assert distance(one, other, 2) == apart


def test_distance_stops_counting_when_it_is_too_far():
    assert distance("gallery", "workshop", 2) == 3


def test_frequent_words_that_never_meet_find_nothing_soon(shelf: Shelf):
    for number in range(40):
        shelf.put(str(number), Name("Even" if number % 2 else "Odd", "en"), score=number)
    shelf.index()
    never = AllOf((Term("even"), Term("odd")))

    assert the_engine().top([Ask(Table.WORDS, never, 10)]) == [[]]
    assert the_engine().counts([Ask(Table.WORDS, never, 10)]) == [0]


def test_label_in_the_readers_language_outweighs_a_passage_in_another(shelf: Shelf):
    spanish = "Una antigua fábrica de maquinaria ligera en la ciudad de Kunming."
    texts = [Name(ENGLISH, "en"), Name("Kunming works", "en"), Name(spanish, "es")]
    shelf.put("a", Name("The Mill", "en"), texts=texts)
    shelf.index()

    hit = reading.find("kunming", viewer=STRANGER).hits[0]

    assert [label.text for label in hit.labels] == ["Kunming works"]
    assert hit.passage is not None
    assert hit.passage.text == ENGLISH
