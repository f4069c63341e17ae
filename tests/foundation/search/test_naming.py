"""Names while they are being typed: in every script, by sound, and nothing that is not public."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from creaspace.foundation.search.begun import begun
from creaspace.foundation.search.naming import names_like
from creaspace.foundation.search.registry import Name
from tests.foundation.search.conftest import LABEL, Shelf

THINGS = {
    "shicui": [Name("拾翠文化", "zh-Hans")],
    "chuangku": [Name("昆明创库", "zh-Hans"), Name("Loft Kunming", "en")],
    "spot": [Name("ST Spot"), Name("STスポット", "ja")],
    "naves": [Name("Las Naves", "es")],
    "encendida": [Name("La Casa Encendida", "es")],
    "mullae": [Name("문래예술공장", "ko")],
}
TYPED = {
    "kunm": ["chuangku"],
    "KUN": ["chuangku"],
    "昆": ["chuangku"],
    "昆明": ["chuangku"],
    "kunmingc": ["chuangku"],
    "kunmingchuang": ["chuangku"],
    "shic": ["shicui"],
    "shicuiwe": ["shicui"],
    "st sp": ["spot"],
    "スポ": ["spot"],
    "supott": ["spot"],
    "las na": ["naves"],
    "naves la": ["naves"],
    "문래": ["mullae"],
    "munr": ["mullae"],
    "encend": ["encendida"],
    "xyz": [],
    "k": [],
    "": [],
}


@pytest.fixture
def things(shelf: Shelf) -> Shelf:
    for key, names in THINGS.items():
        shelf.put(key, *names)
    shelf.index()
    return shelf


def typed(words: str, most: int = 5) -> list[str]:
    return [each.subject.key for each in names_like(words, labels=[LABEL], most=most)[LABEL]]


@pytest.mark.parametrize("words", TYPED)
def test_names_are_found_by_their_beginning_in_any_script(things: Shelf, words: str):
    assert typed(words) == TYPED[words]


@pytest.mark.parametrize("words", ["py", "in", "ro", "ko", "t_", "t"])
def test_letters_that_mark_other_tokens_find_only_words_that_begin_so(things: Shelf, words: str):
    assert typed(words) == []


def test_word_that_looks_like_a_mark_finds_the_words_that_begin_so(things: Shelf):
    things.put("intramurs", Name("Intramurs", "ca"))
    things.index("intramurs")

    assert typed("in") == ["intramurs"]


def test_name_that_begins_so_comes_before_a_better_known_one_that_holds_it(shelf: Shelf):
    shelf.put("house", Name("House of Lanterns"), score=900)
    shelf.put("lantern", Name("Lantern Street"), score=100)
    shelf.index()

    assert typed("lant") == ["lantern", "house"]
    assert typed("lant", most=1) == ["lantern"]


def test_texts_are_not_names(shelf: Shelf):
    shelf.put("one", Name("One"), texts=[Name("A lantern in the yard.", "en")])
    shelf.index()

    assert typed("lant") == []


def test_what_is_not_public_is_suggested_to_nobody(shelf: Shelf):
    shelf.put("hidden", Name("Lantern"), is_public=False)
    shelf.index()

    assert typed("lant") == []


def test_only_the_letters_that_were_typed_are_marked(things: Shelf):
    (named,) = names_like("lof", labels=[LABEL], most=5)[LABEL]
    with translation.override("zh-hans"):
        (read,) = names_like("kunmingch", labels=[LABEL], most=5)[LABEL]

    assert named.shown_name.pieces == [("Lof", True), ("t Kunming", False)]
    assert named.also is None
    assert read.shown_name.pieces == [("昆明创", True), ("库", False)]
    assert read.address == "/zh-hans/things/chuangku/"


def test_ten_names_take_as_many_queries_as_one(shelf: Shelf):
    for number in range(10):
        shelf.put(str(number), Name(f"Lantern {number}"))
    shelf.index("0")
    one = queries()
    shelf.index()

    assert queries() == one == {"sqlite": 2, "postgresql": 3}[connection.vendor]


def queries() -> int:
    with CaptureQueriesContext(connection) as asked:
        names_like("lant", labels=[LABEL], most=10)
    return sum(" FROM " in each["sql"] for each in asked)  # not what frames them


def test_long_nonsense_is_cut_and_answered():
    assert begun("shi" * 4_000).expression is not None
    assert begun("_" * 4_000).expression is None
