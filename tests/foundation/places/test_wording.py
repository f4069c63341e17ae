"""Problems of positions and postal codes in the reader's language."""

import pytest
from django.utils import translation

from creaspace.foundation.places.addresses import WrongPostalCode
from creaspace.foundation.places.coordinates import Position, PositionError
from creaspace.foundation.places.wording import position_problem, postal_code_problem


@pytest.mark.parametrize(
    "values", [(91, 0), (0, 181), ("x", 0), (0, "x"), (0, 0), (1, 1, "street")]
)
def test_english_words_are_those_of_the_error(values: tuple[object, ...]):
    with pytest.raises(PositionError) as refusal:
        Position.read(*values)

    assert position_problem(refusal.value) == str(refusal.value)


def test_reader_of_spanish_learns_the_value_and_what_to_do():
    error = WrongPostalCode("99", "ES", "46022")

    with translation.override("es"):
        problem = postal_code_problem(error, "España")

    assert problem == "«99» no es un código postal de España. Se escribe como 46022."
