"""Loading schemes: once, in versions, and never half."""

import copy

import pytest

from creaspace.foundation.records.models import Act
from creaspace.foundation.vocabularies.files import SchemeFileError
from creaspace.foundation.vocabularies.models import Concept, Match, Scheme
from tests.foundation.vocabularies.factories import load, scheme_data, scheme_file

pytestmark = pytest.mark.django_db


def test_file_loaded_twice_changes_nothing():
    load(scheme_file())
    before = list(Concept.objects.values())

    assert load(scheme_file()) == ["unchanged"]
    assert list(Concept.objects.values()) == before
    assert Act.objects.count() == 1


def test_concepts_keep_order_and_parents_of_the_file():
    load(scheme_file())

    rows = Concept.objects.values_list("notation", "parent__notation", "position")
    assert list(rows) == [("citrus", None, 0), ("citrus/orange", "citrus", 1), ("apple", None, 2)]


def test_new_version_follows_and_leaves_the_old_concepts_alone():
    load(scheme_file())
    old = Concept.objects.get(notation="apple")

    outcome = load(scheme_file(version="2", concepts=[_apple("Apple tree")]))

    old.refresh_from_db()
    assert outcome == ["follows the version before"]
    assert old.labels == {"en": "Apple"}
    assert str(old.scheme.superseded_by) == "fruits 2"
    assert Concept.objects.find("fruits", "apple").label() == "Apple tree"
    assert old.successor() == Concept.objects.find("fruits", "apple")
    assert Scheme.objects.current().count() == 1


def test_changed_file_of_a_known_version_is_refused():
    load(scheme_file())

    with pytest.raises(SchemeFileError, match="Give the changed file a new version"):
        load(scheme_file(concepts=[_apple("Apfel")]))

    assert Concept.objects.find("fruits", "apple").label() == "Apple"


def test_wording_can_be_corrected_in_place_and_concepts_added():
    load(scheme_file())
    apple = Concept.objects.find("fruits", "apple")
    data = copy.deepcopy(scheme_data())
    data["concepts"][1]["labels"]["es"] = "Manzana"
    data["concepts"].append({"notation": "pear", "labels": {"en": "Pear"}})

    outcome = load(scheme_file(concepts=data["concepts"]), correct=True)

    assert outcome == ["corrected"]
    assert Concept.objects.find("fruits", "apple").pk == apple.pk
    assert Concept.objects.find("fruits", "apple").label("es") == "Manzana"
    assert Concept.objects.find("fruits", "pear").position == 3


def test_correction_may_not_take_a_concept_away():
    load(scheme_file())

    with pytest.raises(SchemeFileError, match='concepts is "citrus"'):
        load(scheme_file(concepts=[_apple("Apple")]), correct=True)


def test_match_may_point_at_a_scheme_loaded_beside_it():
    match = {"relation": "close", "scheme": "trees", "notation": "apple"}
    fruits = scheme_file(concepts=[{**_apple("Apple"), "matches": [match]}])

    load(fruits, scheme_file("trees"))

    assert Match.objects.get().target == Concept.objects.find("trees", "apple")


def test_match_with_nothing_saves_nothing():
    match = {"relation": "close", "scheme": "trees", "notation": "apple"}
    fruits = scheme_file(concepts=[{**_apple("Apple"), "matches": [match]}])

    with pytest.raises(SchemeFileError, match=r"concepts\[0\]\.matches\[0\] is .* no such concept"):
        load(fruits)

    assert not Scheme.objects.exists()


def test_two_schemes_cannot_both_say_what_is_creative_activity():
    one = scheme_file("one", is_default_for_activity=True)
    two = scheme_file("two", is_default_for_activity=True)

    with pytest.raises(SchemeFileError, match="one is the default already"):
        load(one, two)


def _apple(label: str) -> dict[str, object]:
    return {"notation": "apple", "labels": {"en": label}}
