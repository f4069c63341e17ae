"""Names in any script: keys, scripts, and the form a reader sees."""

import pytest

from creaspace.foundation.people import names


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ana", "ANA"),
        ("ＡＮＡ", "ana"),
        (" Ana  Li ", "ana li"),
        ("Straße", "STRASSE"),
        ("Ἀθηνᾶ", "ἀθηνᾶ"),
    ],
)
def test_names_that_look_alike_have_one_key(one: str, other: str) -> None:
    assert names.key_of(one) == names.key_of(other)


def test_accents_keep_names_apart() -> None:
    assert names.key_of("José") != names.key_of("Jose")


@pytest.mark.parametrize(
    ("text", "script"),
    [
        ("Ana Ejemplo", "Latn"),
        ("李示例", "Hani"),
        ("示例 Li", "Hani"),
        ("山田 はなこ", "Jpan"),
        ("김예제", "Kore"),
        ("นักดนตรี", "Thai"),
        ("Ана", "Cyrl"),
        ("12345", ""),
    ],
)
def test_script_of_a_name_is_recognised(text: str, script: str) -> None:
    assert names.script_of(text) == script


@pytest.mark.parametrize(
    ("language", "first", "second"),
    [
        ("zh-Hans", "李示例", "Li Shili"),
        ("ja", "李示例", "Li Shili"),
        ("es", "Li Shili", "李示例"),
        ("en", "Li Shili", "李示例"),
        ("ru", "Li Shili", "李示例"),
    ],
)
def test_reader_sees_the_form_they_can_read(language: str, first: str, second: str) -> None:
    shown = names.form_for(language, native="李示例", latin="Li Shili", script="")

    assert shown == (first, second)


def test_only_form_is_shown_to_everybody() -> None:
    assert names.form_for("es", native="李示例", latin="", script="Hani") == ("李示例", "")
    assert names.form_for("zh-Hans", native="", latin="Ana", script="") == ("Ana", "")


def test_unreadable_language_tag_is_taken_for_latin() -> None:
    assert names.scripts_read_in("no language at all!") == {"Latn"}


@pytest.mark.parametrize(
    ("language", "own", "first"),
    [
        ("zh-Hans", "创库", "创库"),
        ("zh-Hans", "金鼎1919", "金鼎1919"),
        ("zh-Hans", "STスポット", "Latin"),
        ("ja", "STスポット", "STスポット"),
        ("ja", "創庫", "創庫"),
        ("ko", "창고", "창고"),
        ("en", "创库", "Latin"),
        ("es", "Ciutat de l'Artista Faller", "Latin"),
        ("ca-valencia", "Ciutat de l'Artista Faller", "Latin"),
    ],
)
def test_name_in_its_own_script_comes_first_for_its_readers(
    language: str, own: str, first: str
) -> None:
    called = names.called_for(language, name="Latin", own=own, own_language="und")

    assert called.first == first
    assert {called.first, called.other} == {"Latin", own}
    assert (called.first_language, called.other_language) == ("", "")


def test_name_without_a_second_form_stands_alone() -> None:
    assert names.called_for("zh-Hans", name="创库", own="创库") == names.Called("创库")
    assert names.called_for("zh-Hans", name="Loft", own="") == names.Called("Loft")
