"""The analyser: what counts as the same word, in every script."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from creaspace.foundation.search.analysis import name_tokens, query_of, tag_token, tokens
from creaspace.foundation.search.expressions import AllOf, AnyOf, Expression, Term, terms_of
from creaspace.foundation.search.folding import fold
from creaspace.foundation.search.romanising import morae, readings, revised, romaji_of
from creaspace.foundation.search.splitting import stretches


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Café", "CAFE"),
        ("Cafe\u0301", "café"),
        ("Đà Nẵng", "da nang"),
        ("Łódź", "lodz"),
        ("Straße", "STRASSE"),
        ("İstanbul", "istanbul"),
        ("ＡＢＣ１２", "abc12"),
        ("藝術學校", "艺术学校"),
        ("臺灣", "台湾"),
        ("芸術学校", "艺术学校"),
        ("ｶﾞﾗｽ", "ガラス"),
        ("مُتْحَف", "متحف"),
        ("soft\u00adhyphen", "softhyphen"),
    ],
)
def test_two_spellings_of_one_word_become_the_same(one: str, other: str):
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"), [("て", "で"), ("ハ", "パ"), ("й", "и"), ("έ", "ε"), ("沪", "滤"), ("ก้", "ก")]
)
def test_marks_that_are_no_accents_of_latin_letters_stay(one: str, other: str):
    assert fold(one) != fold(other)


def test_text_is_cut_where_the_script_changes():
    found = [stretch.text for stretch in stretches(fold("2015年在Valencia，ไทย 서울 Київ 798艺术"))]

    assert found == ["2015", "年在", "valencia", "ไทย", "서울", "київ", "798", "艺术"]


def test_words_are_found_with_their_stems_in_the_language_of_the_text():
    assert tokens("Galleries", "en") == {"galleries", "galleri"}
    assert tokens("talleres", "es") == {"talleres", "taller"}
    assert tokens("galleries") == {"galleries"}


def test_han_kana_and_hangul_are_cut_into_pairs_and_a_last_letter():
    assert tokens("美术馆") == {"美术", "术馆", "馆"}
    assert tokens("お茶の水") == {"お茶", "茶の", "の水", "水"}
    assert tokens("미술관") == {"미술", "술관", "관"}


def test_thai_is_cut_into_triples():
    assert {"ศิล", "ิลป", "ลปะ"} <= tokens("ศิลปะ")


def test_a_chinese_name_has_keys_in_pinyin_and_initials():
    assert {"py_kunming", "py_mingchuang", "in_km", "in_mc"} <= name_tokens("昆明創庫", "zh-Hant")


def test_a_name_of_one_character_has_its_syllable():
    assert "py_ju" in name_tokens("聚 Gallery", "zh-Hans")


def test_kanji_names_get_no_chinese_reading():
    assert not [token for token in name_tokens("森美術館", "ja") if "_" in token]


@pytest.mark.parametrize(
    ("kana", "romaji"),
    [
        ("アートスペース", "atosupesu"),
        ("ちゃのま", "chanoma"),
        ("きょうと", "kyouto"),
        ("ファブ", "fabu"),
        ("ウィンドウ", "windou"),
        ("しゅうごう", "shuugou"),
    ],
)
def test_kana_are_told_in_latin_letters(kana: str, romaji: str):
    assert romaji_of(kana) == romaji


@pytest.mark.parametrize("spelling", ["gakkou", "gakko", "gakou", "gako"])
def test_spellings_of_one_japanese_word_meet(spelling: str):
    assert morae(spelling) == morae(romaji_of("がっこう"))


def test_a_word_that_cannot_be_japanese_has_no_morae():
    assert morae("string") == []


def test_hangul_is_told_in_latin_letters():
    assert revised("서울") == "seoul"
    assert "ko_misulgwan" in name_tokens("국립 미술관", "ko")


def test_a_typed_word_is_cut_into_syllables_in_every_way():
    assert readings("xian") == [("xian",), ("xi", "an")]
    assert readings("kunming") == [("kun", "ming")]
    assert readings("valencia") == []


def test_a_word_with_endless_ways_to_cut_it_is_cut_soon():
    assert readings("xian" * 70 + "q") == []
    assert len(readings("xian" * 70)) == 4


def asked(words: str, language: str = "en") -> set[str]:
    expression = query_of(words, language).expression
    return {term.text for term in terms_of(expression)} if expression else set()


def test_question_asks_for_stems_of_the_readers_language_and_long_ones_of_others():
    assert "galeri" in asked("galerías", "en")
    assert "cas" not in asked("case", "en")
    assert "cas" in asked("casa", "es")


def test_question_of_one_syllable_is_no_pinyin():
    assert not [text for text in asked("sun") if text.startswith("py_")]


def test_question_leaves_out_articles_unless_it_has_nothing_else():
    assert query_of("the art of").words == ("art",)
    assert query_of("la").words == ("la",)


def test_initials_are_asked_for_only_when_they_stand_alone():
    assert "in_km" in asked("km")
    assert "in_km" not in asked("km museum")


@pytest.mark.parametrize("words", ["", "   ", "!!! … — 。、", '"*():-^', "\u200b\u202e", "_"])
def test_question_without_letters_asks_for_nothing(words: str):
    assert query_of(words).expression is None


def test_long_question_is_shortened_and_says_so():
    query = query_of("palabra " * 1_500)

    assert query.shortened
    assert query.words == ("palabra",)


def test_tag_is_a_token_that_no_text_can_hold():
    assert tag_token("country:ES") == "t_country:es"
    assert tag_token('a"b c') == "t_a-b-c"
    assert tokens("t_country:es") == {"t", "country", "es"}


def holds(expression: Expression, found: set[str]) -> bool:
    """Whether a text of these tokens answers the question, as an index would decide."""
    match expression:
        case Term(text, prefix):
            return any(each.startswith(text) for each in found) if prefix else text in found
        case AllOf(parts):
            return all(holds(part, found) for part in parts)
        case AnyOf(parts):
            return any(holds(part, found) for part in parts)
    raise AssertionError(expression)


@given(st.text(max_size=80))
def test_every_text_is_found_by_itself(text: str):
    wanted = query_of(text).expression

    assert wanted is None or holds(wanted, tokens(text))
    assert all("_" not in token for token in tokens(text))
