import io

import pytest
from PIL import Image

from creaspace.foundation.files import faces, lines
from creaspace.foundation.files.cards import Card, drawn


def measured(text: str) -> float:
    return float(len(text))


@pytest.mark.parametrize(
    ("character", "face"),
    [
        ("a", "plex-sans-latin"),
        ("é", "plex-sans-latin"),
        ("ŵ", "plex-sans-latin-ext"),
        ("Ж", "plex-sans-cyrillic"),
        ("空", "noto-sans-sc-regular"),
        ("カ", "noto-sans-sc-regular"),
        ("沘", "rare/noto-sans-sc-61-400-normal"),
    ],
)
def test_character_is_written_with_a_face_that_has_it(character: str, face: str):
    assert faces.face_for(character, "regular") == face


def test_character_that_no_face_has_is_written_as_its_code_point():
    runs = list(faces.runs("a\U00012000", "regular"))

    assert "".join(run.text for run in runs) == "a[U+12000]"


def test_scripts_of_one_name_stay_in_order():
    runs = list(faces.runs("ST スポット 2016", "bold"))

    assert "".join(run.text for run in runs) == "ST スポット 2016"


def test_words_break_at_spaces_and_han_between_characters():
    assert lines.broken("one two 云南大学", 6, measured, most=3) == (
        ["one", "two 云南", "大学"],
        True,
    )


def test_line_never_begins_with_a_closing_mark():
    broken, _whole = lines.broken("云南大学，昆明", 4, measured, most=3)

    assert broken == ["云南大", "学，昆明"]


def test_text_that_is_too_long_ends_in_an_ellipsis():
    assert lines.broken("one two three four", 5, measured, most=2) == (["one", "two…"], False)


def test_word_wider_than_a_line_is_cut_and_nothing_is_lost():
    assert lines.broken("abcdefgh", 3, measured, most=9) == (["abc", "def", "gh"], True)


def test_card_has_the_size_chats_expect():
    card = Card("st-spot", "ST Spot", "STスポット", "Yokohama, Japan", "Creaspace")

    picture = Image.open(io.BytesIO(drawn(card)))

    assert (picture.format, picture.size) == ("PNG", (1200, 630))


def test_card_is_the_same_for_the_same_words_and_another_for_others():
    one, other = Card("ivam", "IVAM"), Card("ivam", "Institut Valencià d’Art Modern")

    assert drawn(one) == drawn(one)
    assert one.digest != other.digest
    assert drawn(one) != drawn(other)


def test_card_without_a_title_is_still_drawn():
    assert drawn(Card("x", ""))
