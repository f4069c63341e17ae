"""Verdicts, viewers, panels, blocks, navigation, parameters, progress: few and strong."""

import io
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.http import QueryDict
from django.test import RequestFactory
from django.utils.translation import override

from creaspace.core import blocks, panels
from creaspace.core.languages import address_in, bcp47, fallback_chain
from creaspace.core.navigation import links_for
from creaspace.core.parameters import choice, page_of, word, words
from creaspace.core.progress import ProgressLine, with_progress
from creaspace.core.subjects import model_of
from creaspace.core.verdicts import YES, Refused, ensure, no
from creaspace.core.viewer import STRANGER, System
from tests.foundation.people.factories import make_member, make_organisation, make_person


def test_verdict_is_true_or_false_and_says_why() -> None:
    refusal = no("This call is not open.")

    assert YES
    assert not refusal
    assert refusal.reason == "This call is not open."


def test_ensure_lets_a_yes_pass_and_refuses_a_no_with_its_reason() -> None:
    ensure(YES)

    with pytest.raises(Refused, match=r"^This call is not open\.$") as caught:
        ensure(no("This call is not open."))
    assert isinstance(caught.value, PermissionDenied)


def test_stranger_has_no_number_and_the_system_has_a_name() -> None:
    assert (STRANGER.is_authenticated, STRANGER.pk) == (False, None)
    assert System("import").label == "import"


@pytest.mark.parametrize("label", ["", "nowhere", "no.where", "a.b.c", "'; DROP"])
def test_label_of_no_room_names_no_model(label: str) -> None:
    assert model_of(label) is None


@pytest.fixture
def place(monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setattr(panels, "_PANELS", {})
    return "tests.page"


def test_panels_stand_in_their_declared_order(place: str) -> None:
    for order, template in ((30, "c.html"), (10, "b.html"), (10, "a.html")):
        panels.panel(place, order=order, template=template)(lambda _request, _record: {})

    assert [each.template for each in panels.panels_at(place)] == ["a.html", "b.html", "c.html"]
    assert panels.panels_at("tests.elsewhere") == []


@pytest.mark.django_db
def test_what_panels_share_is_read_once_for_a_page_and_a_record() -> None:
    read: list[str] = []
    rows_of = panels.read_once(lambda _request, record: read.append(record.slug) or [record.slug])
    here, elsewhere = make_organisation(slug="here"), make_organisation(slug="elsewhere")
    page, next_page = RequestFactory().get("/"), RequestFactory().get("/")

    told = [rows_of(page, here), rows_of(page, here), rows_of(page, elsewhere)]
    told.append(rows_of(next_page, here))

    assert told == [["here"], ["here"], ["elsewhere"], ["here"]]
    assert read == ["here", "elsewhere", "here"]


@pytest.mark.django_db
def test_panel_is_asked_only_where_a_row_leads_to_the_record(
    place: str, django_assert_num_queries: Any
) -> None:
    here, elsewhere = make_member(make_organisation()), make_person()
    for template, rows in (
        ("a.html", ()),
        ("b.html", ("people.membership.person",)),
        ("c.html", ("spaces.stewardship.person", "spaces.space.stewards")),
    ):
        panels.panel(place, order=10, template=template, rows=rows)(lambda _request, _record: {})

    with django_assert_num_queries(2):
        asked = [panels.panels_about(place, each) for each in (here, elsewhere)]

    shown = [[each.template for each in those] for those in asked]
    assert shown == [["a.html", "b.html"], ["a.html"]]


@pytest.fixture
def _no_blocks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(blocks, "_BLOCKS", {})


@pytest.mark.usefixtures("_no_blocks")
def test_two_rooms_cannot_claim_one_kind_of_block() -> None:
    blocks.block("scene")(lambda _request, _reference: None)

    with pytest.raises(ValueError, match="'scene' is already registered"):
        blocks.block("scene")(lambda _request, _reference: None)
    assert blocks.block_kinds() == ["scene"]


@pytest.mark.usefixtures("_no_blocks")
@pytest.mark.parametrize("kind", ["scene", "unheard-of"])
def test_block_that_is_gone_says_so_and_escapes_what_was_asked(kind: str) -> None:
    blocks.block("scene")(lambda _request, _reference: None)

    shown = blocks.render_block(RequestFactory().get("/"), kind, "<b>1</b>")

    assert "can no longer be shown" in shown
    assert "<b>" not in shown


def test_longest_address_that_fits_is_the_current_one() -> None:
    with override("en"):
        links = links_for(RequestFactory().get("/en/spaces/st-spot/"))

    assert [link.url for link in links if link.current] == ["/en/spaces/"]
    assert all(link.url.startswith("/en/") for link in links)


@pytest.mark.parametrize(
    ("code", "tag"),
    [("zh-hans", "zh-Hans"), ("pt-br", "pt-BR"), ("ca-valencia", "ca-valencia"), ("EN", "en")],
)
def test_tag_is_spelled_as_browsers_read_it(code: str, tag: str) -> None:
    assert bcp47(code) == tag


def test_tag_falls_back_part_by_part() -> None:
    assert fallback_chain("zh-Hant-HK") == ["zh-Hant-HK", "zh-Hant", "zh"]


@pytest.mark.parametrize(
    ("path", "there"),
    [
        ("/en/spaces/?q=a", "/es/spaces/?q=a"),
        ("/zh-hans/", "/es/"),
        ("/en", "/es/"),
        ("/s/st-spot", "/es/"),
        ("/", "/es/"),
        ("/english/spaces/", "/es/"),
    ],
)
def test_address_in_another_language(path: str, there: str) -> None:
    assert address_in("es", path) == there


def test_word_is_cut_and_freed_of_control_characters() -> None:
    query = QueryDict(mutable=True)
    query["q"] = "  a\0b\n" + "x" * 10_000

    assert word(query, "q") == "ab" + "x" * (200 - 2)
    assert word(query, "absent") == ""


def test_words_come_once_each_and_not_without_end() -> None:
    query = QueryDict("t=a&t=&t=a&t=b&" + "&".join(f"t={number}" for number in range(100)))

    assert words(query, "t")[:3] == ["a", "b", "0"]
    assert len(words(query, "t")) == 38


def test_choice_is_one_of_the_known_or_the_default() -> None:
    assert choice(QueryDict("sort=new"), "sort", {"new", "name"}, "name") == "new"
    assert choice(QueryDict("sort=1;DROP TABLE"), "sort", {"new", "name"}, "name") == "name"


@pytest.mark.parametrize(
    ("asked", "number"), [("2", 2), ("-1", 3), ("99", 3), ("x", 1), ("", 1), ("9" * 5000, 3)]
)
def test_page_asked_for_is_the_nearest_there_is(asked: str, number: int) -> None:
    assert page_of(list(range(25)), QueryDict(f"page={asked}"), size=10).number == number


def test_short_job_says_nothing() -> None:
    out = io.StringIO()
    line = ProgressLine("Reading", 3, out=out)

    line.step(3)
    line.finish()

    assert out.getvalue() == ""


def test_long_job_says_each_tenth_once_in_a_log() -> None:
    out = io.StringIO()
    line = ProgressLine("Reading", 10, out=out)
    line.began -= 1

    for _number in range(10):
        line.step()

    assert out.getvalue().splitlines()[0] == "Reading: 1 of 10 (10 %)"
    assert len(out.getvalue().splitlines()) == 10


def test_progress_hands_every_item_on() -> None:
    assert list(with_progress("abc", what="Reading", total=3)) == ["a", "b", "c"]
