"""Values of every kind as words in three languages."""

from typing import Any

import pytest
from django.utils.translation import override

from creaspace.core.languages import bcp47
from creaspace.foundation.statements.fields import KINDS, Field, declare, field_of
from creaspace.foundation.statements.models import Statement
from creaspace.foundation.statements.showing import show_statement, show_value
from tests.foundation.statements.factories import make_organisation

LANGUAGES = ("en", "es", "zh-hans")
MIX = [{"source": "private", "share_pct": 12.5}]
PLACE = {"latitude": 35.467, "longitude": 139.618, "precision": "district"}
SHOWN = [
    ("text", {}, "a <b>", ["a <b>"] * 3),
    ("texts", {}, ["a", "b"], ["a; b", "a; b", "a；b"]),
    ("number", {"unit": "m²"}, 45000, ["45,000 m²", "45.000 m²", "45000 m²"]),
    ("number", {}, 3.6, ["3.6", "3,6", "3.6"]),
    ("share", {}, 12.5, ["12.5 %", "12,5 %", "12.5 %"]),
    ("money", {"unit": "EUR"}, 5000000, ["€5,000,000", "5.000.000 €", "€5,000,000"]),
    ("money", {"unit": "EUR"}, 1200.5, ["€1,200.50", "1.200,50 €", "€1,200.50"]),
    ("yes_no", {}, True, ["yes", "sí", "是"]),
    ("yes_no", {}, False, ["no", "no", "否"]),
    ("country", {}, ["CN", "ES"], ["China, Spain", "China, España", "中国、西班牙"]),
    ("parts", {}, MIX, ["private 12.5 %", "private 12,5 %", "private 12.5 %"]),
    ("hours", {}, "Mo-Fr 10:00-18:00", ["Mo-Fr 10:00-18:00"] * 3),
]
DATES = [
    ("1987", ["1987", "1987", "1987年"]),
    ("2014-06", ["June 2014", "junio de 2014", "2014年6月"]),
    ("1987-11-18", ["18 November 1987", "18 de noviembre de 1987", "1987年11月18日"]),
]


def shown(value: Any, field: Field, language: str) -> str:
    with override(language):
        return str(show_value(value, field)).replace("\u00a0", " ")


@pytest.mark.parametrize(("kind", "about", "value", "words"), SHOWN)
def test_value_is_shown_in_the_readers_habit(
    kind: str, about: dict[str, Any], value: Any, words: list[str]
) -> None:
    field = Field("probe", "Probe", kind=kind, **about)

    assert [shown(value, field, language) for language in LANGUAGES] == words


@pytest.mark.parametrize(("value", "words"), DATES)
def test_partial_date_is_a_time_in_words(value: str, words: list[str]) -> None:
    field = Field("probe", "Probe", kind="date")

    for language, expected in zip(LANGUAGES, words, strict=True):
        assert shown(value, field, language) == f'<time datetime="{value}">{expected}</time>'


def test_position_says_how_exact_it_is() -> None:
    field = Field("probe", "Probe", kind="position")

    assert shown(PLACE, field, "en") == "35.467, 139.618 (exact to the district)"


def test_address_is_a_link_to_its_host() -> None:
    field = Field("probe", "Probe", kind="address")

    words = '<a href="https://a.example/x?y" rel="external noopener">a.example</a>'
    assert shown("https://a.example/x?y", field, "en") == words


@pytest.mark.parametrize("value", ["javascript:alert(1)", "data:text/html,x", "//a.example"])
def test_address_that_is_no_web_address_is_no_link(value: str) -> None:
    field = Field("probe", "Probe", kind="address")

    assert "href" not in shown(value, field, "en")


@pytest.mark.django_db
def test_record_is_a_link_by_its_name_and_one_that_is_hidden_or_gone_is_not_named() -> None:
    make_organisation("econcult", name="ECONCULT")
    make_organisation("hidden", is_demonstration=True)
    field = Field("probe", "Probe", kind="records", records="people.organisation")

    unseen = "a record that is not shown"
    words = f'<a href="/en/people/organisations/econcult/">ECONCULT</a>, {unseen}, {unseen}'
    assert shown(["econcult", "hidden", "gone"], field, "en") == words


@pytest.mark.parametrize("kind", sorted(KINDS - {"record", "records", "concept", "concepts"}))
@pytest.mark.parametrize("value", ["nonsense", None, {"odd": 1}, [], -1.5])
def test_value_that_does_not_fit_is_shown_and_never_an_error(kind: str, value: Any) -> None:
    assert isinstance(shown(value, Field("probe", "Probe", kind=kind), "en"), str)


@pytest.mark.parametrize(
    ("precision", "words"),
    [
        ("exact", ["900", "900", "900"]),
        ("about", ["about 900", "unos 900", "约900"]),
        ("at_least", ["at least 900", "al menos 900", "至少900"]),
    ],
)
def test_precision_stands_before_the_value(precision: str, words: list[str]) -> None:
    statement = Statement(value=900, precision=precision)
    field = Field("visitors", "Visitors", kind="number")

    for language, expected in zip(LANGUAGES, words, strict=True):
        with override(language):
            assert str(show_statement(statement, field)) == expected


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_say_their_language_where_it_is_not_the_readers(language: str) -> None:
    statement = Statement(value="públic & local", wording_language="es")
    field = Field("funding", "Funding")

    with override(language):
        words = str(show_statement(statement, field))

    marked = '<span lang="es">públic &amp; local</span>'
    assert words == ("públic &amp; local" if bcp47(language) == "es" else marked)


def test_numbers_have_no_language() -> None:
    statement = Statement(value=900, wording_language="es")

    with override("en"):
        assert show_statement(statement, Field("visitors", "Visitors", kind="number")) == "900"


def test_kind_nobody_knows_is_refused() -> None:
    with pytest.raises(ValueError, match="has kind 'colour'"):
        Field("probe", "Probe", kind="colour")


def test_room_cannot_change_the_field_of_another() -> None:
    declare("tests.probe", Field("a", "A"))
    declare("tests.probe", Field("a", "A"))

    with pytest.raises(ValueError, match="already has a field 'a'"):
        declare("tests.probe", Field("a", "A", kind="number"))


def test_field_nobody_declared_is_text_under_its_name() -> None:
    field = field_of("tests.probe", "host_village")

    assert (field.kind, field.label) == ("text", "Host village")
