import pytest

from creaspace.foundation.files.licences import licence_address, licence_words


@pytest.mark.parametrize(
    ("licence", "words", "address"),
    [
        ("CC0-1.0", "CC0 1.0", "https://creativecommons.org/publicdomain/zero/1.0/"),
        ("CC-BY-4.0", "CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/"),
        (
            "CC-BY-NC-SA-3.0",
            "CC BY-NC-SA 3.0",
            "https://creativecommons.org/licenses/by-nc-sa/3.0/",
        ),
        ("CC-BY-3.0-DE", "CC BY 3.0 DE", "https://creativecommons.org/licenses/by/3.0/de/"),
        ("With permission of the space", "With permission of the space", ""),
    ],
)
def test_licence_is_shown_in_words_with_its_text(licence: str, words: str, address: str):
    assert (licence_words(licence), licence_address(licence)) == (words, address)
