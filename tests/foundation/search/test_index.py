"""The index follows every write, forgets what is gone, and says the same after a rebuild."""

import json
from io import StringIO
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import connection, transaction
from django.utils import timezone

from creaspace.core.subjects import Subject
from creaspace.core.viewer import System
from creaspace.foundation.records.models import Run
from creaspace.foundation.records.services import note_act
from creaspace.foundation.records.signals import ticked
from creaspace.foundation.search import registry, services
from creaspace.foundation.search.models import Entry, Stale, Token
from creaspace.foundation.search.registry import Findable, Name
from tests.foundation.search.conftest import LABEL, Shelf


def raw_index() -> list[Any]:
    """What the full-text tables hold, token by token and row by row, in the order of results."""
    subject = dict(Entry.objects.values_list("pk", "subject_key"))
    if connection.vendor == "postgresql":
        statement = "SELECT entry, score, words::text, names::text FROM search_posting"
        with connection.cursor() as cursor:
            cursor.execute(statement)
            return sorted((subject.get(row[0]), *row[1:]) for row in cursor.fetchall())
    with connection.cursor() as cursor:
        found = []
        for table in ("search_words", "search_names"):
            cursor.execute(f"CREATE VIRTUAL TABLE temp.v USING fts5vocab(main, {table}, instance)")
            cursor.execute("SELECT term, doc FROM temp.v")
            rows = cursor.fetchall()
            cursor.execute("DROP TABLE temp.v")
            found += [(table, term, subject.get(doc & 0xFFFFFFFF), doc >> 32) for term, doc in rows]
        return sorted(found, key=str)


def whole_index() -> dict[str, Any]:
    """All that is kept, without numbers of rows."""
    entries = Entry.objects.order_by("subject_label", "subject_key")
    return {
        "entries": list(entries.values("subject_key", "names", "texts", "words", "score")),
        "tokens": list(Token.objects.order_by("text").values_list("text", "entries", "named")),
        "raw": raw_index(),
    }


def fill(shelf: Shelf) -> None:
    shelf.put("a", Name("昆明创库", "zh-Hans"), texts=[Name("artists' studios", "en")], score=700)
    shelf.put("b", Name("La Fábrica", "es"), texts=[Name("talleres para artistas", "es")])
    shelf.put("c", Name("Hidden House", "en"), texts=[Name("a draft", "en")], is_public=False)
    shelf.put("d", Name("Short-lived", "en"))


def test_kept_index_equals_a_rebuilt_one_row_for_row(shelf: Shelf):
    fill(shelf)
    shelf.index()
    shelf.put("a", Name("昆明创库艺术社区", "zh-Hans"), texts=[Name("studios", "en")], score=650)
    shelf.put("b", Name("La Fábrica", "es"), is_public=False)
    shelf.put("c", Name("Open House", "en"), is_public=True, tags=["country:ES"])
    del shelf.documents["d"]
    shelf.index("a", "b", "c", "d")
    kept = whole_index()

    services.rebuild(afresh=True)

    assert whole_index() == kept
    services.index_now(subjects=[Subject(LABEL, key) for key in "abcd"])
    assert whole_index() == kept


def test_rebuild_in_batches_says_the_same_as_one_write_after_another(
    shelf: Shelf, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(services.work, "REBUILT", 2)
    fill(shelf)
    for key in shelf.documents:
        shelf.index(key)
    kept = whole_index()
    services.remove(subjects=[Subject(LABEL, key) for key in shelf.documents])

    services.rebuild()

    assert whole_index() == kept


def test_rows_wait_for_the_index_of_tokens_during_a_rebuild_only(shelf: Shelf):
    if connection.vendor != "postgresql":
        pytest.skip("SQLite has no such list")
    fill(shelf)
    seen: list[list[str]] = []

    services.rebuild(step=lambda _count: seen.append(_settings()))

    waiting, at_once = ["fastupdate=on"], ["fastupdate=off"]
    assert seen == [[*waiting, *waiting]]
    assert _settings() == [*at_once, *at_once]


def _settings() -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT unnest(reloptions) FROM pg_class"
            " WHERE relname IN ('search_posting_words', 'search_posting_names')"
        )
        return [option for (option,) in cursor.fetchall()]


def test_rebuild_finds_what_nobody_told_and_drops_what_is_gone(shelf: Shelf):
    fill(shelf)
    shelf.index()
    shelf.put("e", Name("Never told", "en"))
    del shelf.documents["b"]

    total = services.rebuild()

    assert total == 4
    assert shelf.found("told") == ["e"]
    assert shelf.found("fábrica") == []


def test_rebuild_afresh_cures_a_lost_index(shelf: Shelf):
    fill(shelf)
    shelf.index()
    before = whole_index()
    services.work.the_engine().wipe()
    Token.objects.all().delete()

    services.rebuild(afresh=True)

    assert whole_index() == before
    assert shelf.found("fabrica") == ["b"]


def test_record_that_is_gone_leaves_no_trace(shelf: Shelf):
    fill(shelf)
    shelf.index()
    shelf.documents.clear()

    shelf.index("a", "b", "c", "d")

    assert whole_index() == {"entries": [], "tokens": [], "raw": []}


def test_what_is_not_public_counts_nowhere_and_is_not_found(shelf: Shelf):
    fill(shelf)
    shelf.index()

    assert shelf.found("hidden house") == []
    assert shelf.found("draft") == []
    assert not Token.objects.filter(text="draft").exists()


def test_written_record_is_indexed_when_its_transaction_ends(
    shelf: Shelf, django_capture_on_commit_callbacks: Any
):
    shelf.put("a", Name("Lantern", "en"))

    with django_capture_on_commit_callbacks(execute=True) as callbacks:
        services.index_soon(subject=Subject(LABEL, "a"))
        services.index_soon(subject=Subject(LABEL, "a"))
        assert shelf.found("lantern") == []

    assert len(callbacks) == 1
    assert shelf.found("lantern") == ["a"]
    assert not Stale.objects.exists()


def test_write_that_is_undone_leaves_nothing_to_index(shelf: Shelf):
    with transaction.atomic():
        point = transaction.savepoint()
        services.index_soon(subject=Subject(LABEL, "a"))
        transaction.savepoint_rollback(point)

    assert not Stale.objects.exists()


def test_many_writes_are_left_to_a_task(shelf: Shelf, django_capture_on_commit_callbacks: Any):
    for number in range(services.FEW + 5):
        shelf.put(str(number), Name("Lantern", "en"))

    with django_capture_on_commit_callbacks(execute=True):
        for key in shelf.documents:
            services.index_soon(subject=Subject(LABEL, key))

    assert shelf.found("lantern") == []
    assert Run.objects.filter(task__endswith="index_waiting").count() == 1
    assert services.catch_up() == services.FEW + 5
    assert len(shelf.found("lantern")) == 100


def test_tick_picks_up_what_was_left_over(shelf: Shelf):
    shelf.put("a", Name("Lantern", "en"))
    Stale.objects.create(subject_label=LABEL, subject_key="a")

    ticked.send(sender=None, now=timezone.now())

    assert shelf.found("lantern") == ["a"]


def test_act_about_a_record_has_it_indexed(
    only_shelves: None, db: None, django_capture_on_commit_callbacks: Any
):
    runs = Shelf("records.run")
    registry.register(Findable("records.run", "Runs", 10, runs.hand_over))
    heeding = Shelf("tests.other")
    registry.register(
        Findable(
            "tests.other", "Other", 20, heeding.hand_over, heeds={"records.run": lambda keys: ["o"]}
        )
    )
    run = Run.objects.create(task="x", queued_at="2026-01-01T00:00Z")
    runs.put(str(run.pk), Name("Lantern", "en"))
    heeding.put("o", Name("Lamp", "en"))

    with django_capture_on_commit_callbacks(execute=True):
        note_act(verb="change", about=run, by=System("tests"))

    assert runs.found("lantern") == [str(run.pk)]
    assert runs.found("lamp") == ["o"]


def test_command_rebuilds_and_says_how_many(shelf: Shelf):
    fill(shelf)
    out = StringIO()

    call_command("rebuild_search", stdout=out)

    assert out.getvalue() == "4 records are in the index.\n"
    assert shelf.found("fábrica") == ["b"]


def test_command_names_what_can_be_rebuilt(shelf: Shelf):
    with pytest.raises(CommandError, match=r"Nothing is found as nonsense. Choose among tests"):
        call_command("rebuild_search", "nonsense")


def test_command_answers_as_json(shelf: Shelf):
    fill(shelf)
    shelf.index()
    out = StringIO()

    call_command("search", "昆明", "--json", stdout=out)

    assert json.loads(out.getvalue()) == {
        "results": [
            {"room": "tests", "slug": "thing-a", "name": "昆明创库", "url": "/en/things/a/"}
        ]
    }


def test_command_answers_as_a_table_and_suggests(shelf: Shelf):
    fill(shelf)
    shelf.index()
    out, other = StringIO(), StringIO()

    call_command("search", "fabrica", stdout=out)
    call_command("search", "fabrcia", stdout=other)

    assert out.getvalue().splitlines() == [
        "Things                  La Fábrica  /en/things/b/",
        "1 found.",
    ]
    assert other.getvalue().splitlines() == ["0 found.", "Did you mean Fábrica?"]
