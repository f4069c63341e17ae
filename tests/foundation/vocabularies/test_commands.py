"""The command that brings vocabularies in."""

import io
import json
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from creaspace.foundation.vocabularies.models import Concept, Scheme
from tests.foundation.vocabularies.factories import scheme_data

pytestmark = pytest.mark.django_db


def run(*arguments: str) -> str:
    said = io.StringIO()
    call_command("load_vocabularies", *arguments, stdout=said)
    return said.getvalue()


def test_command_says_what_became_of_each_file(tmp_path: Path):
    path = tmp_path / "fruits.json"
    path.write_text(json.dumps(scheme_data()))

    assert run(str(path)) == "fruits 1: added, 3 concepts.\n"
    assert run(str(path)) == "fruits 1: unchanged, 3 concepts.\n"


def test_command_saves_nothing_of_a_wrong_file(tmp_path: Path):
    path = tmp_path / "fruits.json"
    path.write_text(json.dumps(scheme_data(version=12)))

    with pytest.raises(CommandError, match=r"Nothing was saved\.\n.*version is 12\. Give a text\."):
        run(str(path))

    assert not Scheme.objects.exists()


def test_shipped_vocabularies_load_and_map_the_words_of_the_programme():
    run()

    wordings = {
        "unctad-creative-industries": [
            "functional creations/design",
            "heritage/traditional cultural expressions",
            "media/publishing and printed media",
        ],
        "place-types": ["culture_gastronomy_centre", "artist_run_loft", "museum"],
        "organisation-kinds": ["university_research_unit", "mobility_fund"],
        "organisation-roles": ["host of the Valencia session", "later dissemination"],
        "profit-orientation": ["non_profit", "for_profit"],
        "formality": ["formalised_from_informal"],
    }
    for scheme, words in wordings.items():
        index = Concept.objects.index(scheme)
        assert [word for word in words if index.find(word) is None] == []


def test_unctad_is_matched_to_the_unesco_framework():
    run()

    design = Concept.objects.find("unctad-creative-industries", "functional-creations/design")
    targets = {match.target.notation for match in design.matches.all() if match.target}

    assert targets == {"f", "f/fashion-design", "f/graphic-design", "f/interior-design"}
