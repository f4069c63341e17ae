"""Scheme files: those that ship are whole, and a wrong one is told where and why."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from creaspace.foundation.vocabularies.files import (
    SchemeFileError,
    check_scheme,
    read_scheme,
    shipped_files,
)
from tests.foundation.vocabularies.factories import scheme_data

INTERFACE = {"en", "es", "zh-Hans"}


@pytest.mark.parametrize("path", shipped_files(), ids=lambda path: path.stem)
def test_shipped_scheme_has_labels_in_all_languages_of_the_interface(path: Path):
    scheme = read_scheme(path)

    assert scheme.slug == path.stem
    assert set(scheme.data["title"]) == set(scheme.data["note"]) == INTERFACE
    assert scheme.data["licence"]
    for concept in scheme.concepts:
        assert set(concept.data["labels"]) == INTERFACE, concept.notation
        assert set(concept.data.get("definitions", INTERFACE)) == INTERFACE, concept.notation


@pytest.mark.parametrize("path", shipped_files(), ids=lambda path: path.stem)
def test_shipped_labels_are_in_the_script_of_their_language(path: Path):
    for concept in read_scheme(path).concepts:
        for tag in ("labels", "definitions"):
            texts = concept.data.get(tag, {})
            assert not re.search("[\u4e00-\u9fff]", texts.get("en", "") + texts.get("es", ""))


def test_unctad_has_four_groups_and_nine_subgroups():
    scheme = _shipped("unctad-creative-industries")
    tops = [concept.notation for concept in scheme.concepts if not concept.parent]

    assert tops == ["heritage", "arts", "media", "functional-creations"]
    assert len(scheme.concepts) - len(tops) == 9
    assert scheme.data["is_default_for_activity"] is True


def test_income_streams_are_the_ten_of_the_autonomy_profile():
    assert [concept.notation for concept in _shipped("income-streams").concepts] == [
        "tickets",
        "space-rent",
        "food-retail",
        "services-training",
        "membership",
        "municipal",
        "state-regional",
        "international-public",
        "foundations-donors",
        "sponsors-other",
    ]


def _shipped(slug: str) -> Any:
    return read_scheme(next(path for path in shipped_files() if path.stem == slug))


@pytest.mark.parametrize(
    ("path", "change", "place"),
    [
        ([], {"scheme": "Place Types"}, 'scheme is "Place Types".'),
        ([], {"colour": "red"}, '$.colour is "red". This key is not known.'),
        (["concepts"], {0: 12}, "concepts[0] is 12. Give an object."),
        (["concepts", 0], {"notation": "Citrus!"}, 'concepts[0].notation is "Citrus!".'),
        (["concepts", 1], {"notation": "citrus"}, 'concepts[1].notation is "citrus". It stands'),
        (["concepts", 0, "labels"], {"es": 12}, "concepts[0].labels.es is 12. Give a text."),
        (["concepts", 0, "labels"], {"zh_CN": "柑橘"}, "concepts[0].labels.zh_CN is"),
        (["concepts", 1], {"labels": {"es": "Manzana"}}, "An English label is needed."),
        (["concepts", 1], {"deprecated_on": "soon"}, 'concepts[1].deprecated_on is "soon".'),
        (["concepts", 1], {"alt_labels": {"en": "Pome"}}, "concepts[1].alt_labels.en is"),
        (
            ["concepts", 0, "narrower", 0],
            {"matches": [{"relation": "twin", "uri": "http://a.example/"}]},
            'concepts[0].narrower[0].matches[0].relation is "twin".',
        ),
        (["concepts", 1], {"matches": [{"relation": "exact"}]}, "Give either a uri, or a scheme"),
    ],
)
def test_wrong_value_is_refused_with_its_place(path: list[Any], change: Any, place: str):
    data = json.loads(json.dumps(scheme_data()))
    part = data
    for step in path:
        part = part[step]
    for key, value in change.items():
        part[key] = value

    with pytest.raises(SchemeFileError, match=re.escape(place)):
        check_scheme("tests/fruits.json", data)


@pytest.mark.parametrize("text", ["", "{", "[]", "null", '"word"'])
def test_file_that_is_no_scheme_is_refused_with_its_name(tmp_path: Path, text: str):
    path = tmp_path / "broken.json"
    path.write_text(text)

    with pytest.raises(SchemeFileError, match=r"broken\.json: "):
        read_scheme(path)


def test_file_that_is_not_there_is_refused_with_its_name(tmp_path: Path):
    with pytest.raises(SchemeFileError, match=r"nowhere\.json.*It cannot be read"):
        read_scheme(tmp_path / "nowhere.json")
