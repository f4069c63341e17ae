"""Keeping questions: the same twice changes nothing, what cannot be is refused."""

import pytest
from django.core.exceptions import ValidationError

from creaspace.core.viewer import STRANGER
from creaspace.foundation.records.models import Act
from creaspace.programme.consultation.models import Illustration, Question
from creaspace.programme.consultation.reading import (
    examples_of,
    origin_in_words,
    reading_in_words,
)
from creaspace.programme.consultation.services import set_illustrations
from tests.programme.consultation.factories import make_question
from tests.programme.programmes.factories import BY, make_programme, make_space

pytestmark = pytest.mark.django_db
AXIS = {"kind": "axis", "pole_one": "efficiency", "pole_other": "fairness"}


def test_keeping_the_same_twice_changes_nothing():
    programme, space = make_programme(), make_space()

    def keep_all():
        question = make_question("kept", programme=programme, position=1)
        rows = [{"space": space, "relation": "illustrates"}]
        set_illustrations(question=question, illustrations=rows, by=BY)

    keep_all()
    acts = Act.objects.count()
    keep_all()

    assert Act.objects.count() == acts


def test_axis_without_poles_is_refused():
    with pytest.raises(ValidationError, match=r"An axis needs two poles\."):
        make_question(kind="axis", pole_one="public")


def test_derived_question_without_basis_is_refused():
    with pytest.raises(ValidationError, match=r"Say from what the question was reasoned out\."):
        make_question(is_derived=True)


def test_every_question_is_open():
    assert not make_question().is_answered


def test_examples_stand_by_pole_and_say_who_chose_them():
    question = make_question(**AXIS)
    rows = [
        {"space": make_space(), "relation": "organisers_example", "about": "efficiency"},
        {"space": make_space(), "relation": "counter_example", "about": "fairness_in_asia"},
        {"space": make_space(), "relation": "counter_example", "about": "fairness_in_asia"},
    ]
    shown = set_illustrations(question=question, illustrations=rows, by=BY)

    groups = examples_of(question, shown)

    assert [(group.title, len(group.illustrations), group.is_coded) for group in groups] == [
        ("The organisers' example of efficiency", 1, False),
        ("Counter-examples: fairness, in Asia", 2, True),
    ]


def test_unknown_origin_and_reading_stay_as_written():
    assert origin_in_words("a letter") == "a letter"
    assert reading_in_words("quiet_in_winter") == "quiet in winter"


def test_questions_and_examples_of_a_draft_show_to_nobody():
    question = make_question(programme=make_programme(published_at=None))
    rows = [{"space": make_space(), "relation": "illustrates"}]
    set_illustrations(question=question, illustrations=rows, by=BY)

    assert not Question.objects.visible_to(STRANGER).exists()
    assert not Illustration.objects.visible_to(STRANGER).exists()


def test_hidden_space_illustrates_nothing_in_public():
    rows = [{"space": make_space(published_at=None), "relation": "illustrates"}]
    set_illustrations(question=make_question(), illustrations=rows, by=BY)

    assert not Illustration.objects.visible_to(STRANGER).exists()
