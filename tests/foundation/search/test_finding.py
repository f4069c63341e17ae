"""Our own set of questions: all that should be found is found, and nothing else, on each engine."""

import pytest

from creaspace.foundation.search.registry import Name
from tests.foundation.search.conftest import Shelf

TRADITIONAL = "臺北當代藝術工作室"
THINGS: dict[str, tuple[list[Name], list[Name]]] = {
    "valencia": (
        [Name("Las Naves", "es"), Name("The Naves", "en")],
        [
            Name("Una fábrica de ideas con talleres y galerías para artistas.", "es"),
            Name("A factory of ideas with workshops and galleries for artists.", "en"),
        ],
    ),
    "madrid": (
        [Name("La Casa Encendida", "es")],
        [Name("Centro social: un taller de arte, una biblioteca, una galería.", "es")],
    ),
    "london": (
        [Name("Gallery of Small Things", "en")],
        [Name("A museum case on wheels; students run it.", "en")],
    ),
    "kunming": (
        [Name("昆明创库艺术社区", "zh-Hans"), Name("Loft Kunming", "en")],
        [Name("中国最早的艺术家工作室群落之一，位于西坝路。", "zh-Hans")],
    ),
    "beijing": ([Name("798艺术区", "zh-Hans")], [Name("旧工厂改造的画廊和美术馆。", "zh-Hans")]),
    "taipei": ([Name(TRADITIONAL, "zh-Hant")], [Name("舊倉庫裡的畫廊與咖啡館", "zh-Hant")]),
    "xian": ([Name("西安半坡", "zh-Hans")], [Name("纺织城里的艺术中心", "zh-Hans")]),
    "tokyo": (
        [Name("アートスペース東京", "ja"), Name("Art Space Tokyo", "en")],
        [Name("お茶の水にある小さな美術館とカフェ。", "ja")],
    ),
    "kyoto": ([Name("京都の芸術学校", "ja")], [Name("町家を使った工房です。", "ja")]),
    "seoul": (
        [Name("문래예술공장", "ko"), Name("Seoul Art Space Mullae", "en")],
        [Name("철공소 골목에 있는 작은 미술관에서 전시를 엽니다.", "ko")],
    ),
    "bangkok": (
        [Name("หอศิลปวัฒนธรรม", "th"), Name("Bangkok Arts Centre", "en")],
        [Name("พิพิธภัณฑ์ศิลปะร่วมสมัยและห้องสมุด", "th")],
    ),
    "hanoi": (
        [Name("Nhà Sàn Đức", "vi")],
        [Name("Không gian nghệ thuật thử nghiệm ở Hà Nội.", "vi")],
    ),
    "kyiv": ([Name("Майстерня", "uk")], [Name("Мистецький простір у Києві", "uk")]),
    "beirut": ([Name("مُتْحَف صغير", "ar")], [Name("معرض للفن", "ar")]),
}
QUESTIONS = [
    # English
    ("gallery", {"london", "valencia"}),
    ("galleries", {"london", "valencia"}),
    ("WORKSHOP", {"valencia"}),
    ("small things", {"london"}),
    ("case", {"london"}),
    ("art space", {"tokyo", "seoul"}),
    # Spanish, with and without accents, singular and plural
    ("galería", {"valencia", "madrid"}),
    ("galerias", {"valencia", "madrid"}),
    ("taller", {"valencia", "madrid"}),
    ("talleres", {"valencia", "madrid"}),
    ("fabrica", {"valencia"}),
    ("taller de arte", {"madrid"}),
    # Chinese, in both kinds of characters, two and one at a time
    ("艺术", {"kunming", "beijing", "taipei", "xian", "kyoto"}),
    ("藝術", {"kunming", "beijing", "taipei", "xian", "kyoto"}),
    ("画廊", {"beijing", "taipei"}),
    ("畫廊", {"beijing", "taipei"}),
    ("工作室", {"kunming", "taipei"}),
    ("美术馆", {"beijing", "tokyo"}),
    ("798艺术区", {"beijing"}),
    ("昆", {"kunming"}),
    ("馆", {"beijing", "taipei", "tokyo"}),
    # by pinyin: joined, spaced, initials
    ("kunming", {"kunming"}),
    ("kun ming", {"kunming"}),
    ("Kūnmíng", {"kunming"}),
    ("kunmingchuangku", {"kunming"}),
    ("kmck", {"kunming"}),
    ("xian", {"xian"}),
    ("xi an", {"xian"}),
    ("banpo", {"xian"}),
    ("taibei", {"taipei"}),
    ("tb", {"taipei"}),
    # Japanese
    ("東京", {"tokyo"}),
    ("アート", {"tokyo"}),
    ("お茶の水", {"tokyo"}),
    ("美術館", {"beijing", "tokyo"}),
    ("芸術学校", {"kyoto"}),
    ("atosupesu", {"tokyo"}),
    ("aatosupeesu", {"tokyo"}),
    ("supesu", {"tokyo"}),
    # Korean
    ("미술관", {"seoul"}),
    ("예술", {"seoul"}),
    ("문래", {"seoul"}),
    ("yesul", {"seoul"}),
    # Thai
    ("ศิลปะ", {"bangkok"}),
    ("พิพิธภัณฑ์", {"bangkok"}),
    ("ห้องสมุด", {"bangkok"}),
    # Vietnamese
    ("nghệ thuật", {"hanoi"}),
    ("nghe thuat", {"hanoi"}),
    ("Nha San Duc", {"hanoi"}),
    # other scripts
    ("МИСТЕЦЬКИЙ", {"kyiv"}),
    ("متحف", {"beirut"}),
    ("متحف 798", set()),
    # words that never occur together
    ("galería museum", set()),
]


@pytest.fixture
def things(shelf: Shelf) -> Shelf:
    for key, (names, texts) in THINGS.items():
        shelf.put(key, *names, texts=texts)
    shelf.index()
    return shelf


def test_every_question_finds_all_it_should_and_nothing_else(things: Shelf):
    wrong = {
        words: (wanted, found)
        for words, wanted in QUESTIONS
        if (found := set(things.found(words))) != wanted
    }

    assert wrong == {}


def test_names_come_before_texts_and_a_better_score_first(shelf: Shelf):
    shelf.put("text", Name("One", "en"), texts=[Name("a lighthouse", "en")], score=900)
    shelf.put("low", Name("Lighthouse", "en"), score=100)
    shelf.put("high", Name("Old Lighthouse", "en"), score=800)
    shelf.index()

    assert shelf.found("lighthouse") == ["high", "low", "text"]


def test_pages_of_results_follow_each_other_without_gap(shelf: Shelf):
    for number in range(25):
        name = Name("Harbour" if number % 3 == 0 else "Quay", "en")
        text = Name("a harbour", "en")
        shelf.put(str(number), name, texts=[text], score=number * 40)
    shelf.index()
    whole = shelf.found("harbour")

    pages = [shelf.found("harbour")[start : start + 10] for start in (0, 10, 20)]

    assert len(whole) == 25
    assert [key for page in pages for key in page] == whole


def test_filters_narrow_within_the_index(shelf: Shelf):
    shelf.put("es", Name("Studio", "en"), tags=["country:ES", "kind:studio"])
    shelf.put("cn", Name("Studio", "en"), tags=["country:CN", "kind:studio"])
    shelf.put("th", Name("Studio", "en"), tags=["country:TH", "kind:loft"])
    shelf.index()

    both = shelf.found("studio", tags=[["country:ES", "country:CN"], ["kind:studio"]])

    assert both == ["es", "cn"]
    assert shelf.found("studio", tags=[["country:TH"], ["kind:studio"]]) == []


@pytest.mark.parametrize(
    "words",
    [
        *(
            '"',
            "*",
            "a*",
            'NEAR("a" "b")',
            "-",
            "NOT",
            "AND OR",
            "a AND",
            "words:x",
            "^a",
            "(",
            "{a",
        ),
        *("\\", "'", "a' | 'b", ":*", "!a", "&", "<->", "$1", "%s", "%", "\x00", "a\x00b"),
        *("🙂", "\u202eabc\u202c مرحبا abc", "t_hidden", "py_kunming"),
    ],
)
def test_no_question_breaks_the_index(things: Shelf, words: str):
    assert set(things.found(words)) <= set(THINGS)


def test_ten_thousand_letters_are_a_question_too(things: Shelf):
    assert things.found("galería " * 1_300) == things.found("galería")
    assert things.found("x" * 10_000) == []
    assert things.found("艺" * 10_000) == []
