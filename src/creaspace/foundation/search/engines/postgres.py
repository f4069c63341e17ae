"""PostgreSQL: one narrow table of token vectors with GIN indexes.

Tokens go in as they are (`array_to_tsvector`), without any parser or dictionary of the server.
Questions stand in the statement as literals, so that the planner knows how frequent they are. A
question that very many rows answer is read along the order of scores instead of sorting all of
them; should that walk find nothing soon, because frequent words never occur together, it is given
up for the other plan.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TypeVar

from django.db import OperationalError, transaction
from django.db.backends.base.base import BaseDatabaseWrapper

from creaspace.foundation.search.engines.shapes import (
    FULL_SCORE,
    Ask,
    Counts,
    Place,
    Posting,
)
from creaspace.foundation.search.expressions import (
    AllOf,
    AnyOf,
    Expression,
    Term,
    Without,
    terms_of,
)

Found = TypeVar("Found")
WALK_FROM = 3_000  # expected answers: sorting more takes longer than walking along the scores
WALK_MS, PATIENCE_MS = 60, 400
PLANS = ("enable_bitmapscan", "enable_indexscan", "enable_seqscan")
FREE = ("on", "on", "on")  # as the planner thinks best
WALK = ("off", "on", "on")  # along the scores, until enough is found
GATHER = ("on", "off", "off")  # all that answers, from the index of tokens, then sorted
TOKEN_INDEXES = ("search_posting_words", "search_posting_names")
CREATE = (
    "CREATE TABLE search_posting (entry bigint PRIMARY KEY, score smallint NOT NULL,"
    " words tsvector NOT NULL, names tsvector NOT NULL)"
    " WITH (autovacuum_vacuum_scale_factor = 0.02, autovacuum_analyze_scale_factor = 0.02)",
    "CREATE INDEX search_posting_words ON search_posting USING gin (words) WITH (fastupdate = off)",
    "CREATE INDEX search_posting_names ON search_posting USING gin (names) WITH (fastupdate = off)",
    "CREATE INDEX search_posting_order ON search_posting (score DESC, entry)",
    "ALTER TABLE search_posting ALTER COLUMN words SET STATISTICS 2000",
)


class PostgresEngine:
    def __init__(self, wrapper: BaseDatabaseWrapper) -> None:
        self.wrapper = wrapper

    def create(self) -> None:
        with self.wrapper.cursor() as cursor:
            for statement in CREATE:
                cursor.execute(statement)

    @contextmanager
    def filling(self) -> Iterator[None]:
        """New rows wait in a list of each index, which takes them in together.

        Questions read that list as well; it holds four megabytes at most.
        """
        self._have_rows_wait("on")
        try:
            yield
        finally:
            self._have_rows_wait("off")

    def _have_rows_wait(self, setting: str) -> None:
        with self.wrapper.cursor() as cursor:
            for index in TOKEN_INDEXES:
                cursor.execute(f"ALTER INDEX {index} SET (fastupdate = {setting})")
                if setting == "off":
                    cursor.execute("SELECT gin_clean_pending_list(%s::regclass)", [index])

    def drop(self) -> None:
        with self.wrapper.cursor() as cursor:
            cursor.execute("DROP TABLE IF EXISTS search_posting")

    def wipe(self) -> None:
        with self.wrapper.cursor() as cursor:
            cursor.execute("DELETE FROM search_posting")

    def add(self, postings: Sequence[Posting]) -> None:
        with self.wrapper.cursor() as cursor:
            cursor.execute(
                "INSERT INTO search_posting (entry, score, words, names) SELECT entry, score,"
                " array_to_tsvector(string_to_array(words, ' ')),"
                " array_to_tsvector(string_to_array(names, ' '))"
                " FROM unnest(%s::bigint[], %s::smallint[], %s::text[], %s::text[])"
                " AS said (entry, score, words, names)",
                [
                    [each.entry for each in postings],
                    [each.score for each in postings],
                    [each.words for each in postings],
                    [each.names for each in postings],
                ],
            )

    def remove(self, postings: Sequence[Posting]) -> None:
        entries = [each.entry for each in postings]
        with self.wrapper.cursor() as cursor:
            cursor.execute("DELETE FROM search_posting WHERE entry = ANY(%s)", [entries])

    def top(self, asks: Sequence[Ask]) -> list[list[Place]]:
        if not asks:
            return []
        found = None
        if self._is_frequent(asks):
            found = self._within(WALK_MS, WALK, lambda: self._top(asks))
        if found is None:
            found = self._within(PATIENCE_MS, GATHER, lambda: self._top(asks))
        return found if found is not None else [[] for _ask in asks]

    def _top(self, asks: Sequence[Ask]) -> list[list[Place]]:
        arms = [
            f"(SELECT {number}, score, entry FROM search_posting"  # noqa: S608 -- our own names
            f" WHERE {ask.table.value} @@ %s::tsquery ORDER BY score DESC, entry LIMIT %s)"
            for number, ask in enumerate(asks)
        ]
        found: list[list[Place]] = [[] for _ask in asks]
        for number, score, entry in self._rows(arms, asks):
            found[number].append(Place(FULL_SCORE - score, entry))
        return [sorted(places) for places in found]

    def counts(self, asks: Sequence[Ask]) -> list[int | None]:
        if not asks:
            return []
        found = self._within(WALK_MS, FREE, lambda: self._counts(asks))
        if found is None:
            found = self._within(PATIENCE_MS, GATHER, lambda: self._counts(asks))
        return found if found is not None else [None] * len(asks)

    def _counts(self, asks: Sequence[Ask]) -> list[int | None]:
        arms = [
            f"SELECT {number}, count(*) FROM (SELECT 1 FROM search_posting"  # noqa: S608 -- our own names
            f" WHERE {ask.table.value} @@ %s::tsquery LIMIT %s) AS some{number}"
            for number, ask in enumerate(asks)
        ]
        return [count for _number, count in sorted(self._rows(arms, asks))]

    def _rows(self, arms: Sequence[str], asks: Sequence[Ask]) -> list[tuple[int, ...]]:
        values = [each for ask in asks for each in (query_text(ask.expression), ask.limit)]
        with self.wrapper.cursor() as cursor:
            cursor.execute(" UNION ALL ".join(arms), values)
            return list(cursor.fetchall())

    def _within(
        self, patience_ms: int, plan: Sequence[str], ask: Callable[[], Found]
    ) -> Found | None:
        """The answer, or None when it is not there in time; the transaction around stays whole."""
        wishes = {"statement_timeout": str(patience_ms), **dict(zip(PLANS, plan, strict=True))}
        setting = ", ".join("set_config(%s, %s, true)" for _wish in wishes)
        undo = "; ".join(f"SET LOCAL {name} TO DEFAULT" for name in wishes)
        try:
            with transaction.atomic(using=self.wrapper.alias), self.wrapper.cursor() as cursor:
                values = [each for wish in wishes.items() for each in wish]
                cursor.execute(f"SELECT {setting}", values)
                found = ask()
                cursor.execute(undo)
                return found
        except OperationalError as error:
            if "statement timeout" not in str(error):
                raise
            return None

    def _is_frequent(self, asks: Sequence[Ask]) -> bool:
        """Whether so many rows may answer that they are better read in the order of scores."""
        texts = sorted({term.text for ask in asks for term in terms_of(ask.expression)})
        with self.wrapper.cursor() as cursor:
            cursor.execute(
                "SELECT '', reltuples::bigint FROM pg_class WHERE relname = 'search_posting'"
                " UNION ALL SELECT text, entries FROM search_token WHERE text = ANY(%s)",
                [texts],
            )
            known: dict[str, int] = dict(cursor.fetchall())
        rows = max(known.pop("", 0), 1)
        return any(expected(ask.expression, known, rows) >= WALK_FROM for ask in asks)

    def count_tokens(self, changes: Mapping[str, Counts]) -> None:
        texts = sorted(changes)
        with self.wrapper.cursor() as cursor:
            cursor.execute(
                "INSERT INTO search_token AS known (text, entries, named)"
                " SELECT * FROM unnest(%s::text[], %s::int[], %s::int[]) ON CONFLICT (text)"
                " DO UPDATE SET entries = known.entries + excluded.entries,"
                " named = known.named + excluded.named",
                [
                    texts,
                    [changes[text].entries for text in texts],
                    [changes[t].named for t in texts],
                ],
            )
            gone = [text for text in texts if changes[text].entries < 0]
            if gone:
                cursor.execute(
                    "DELETE FROM search_token WHERE text = ANY(%s) AND entries <= 0", [gone]
                )


def expected(expression: Expression, known: Mapping[str, int], rows: int) -> float:
    """How many of the rows should answer, if words stood together by chance only."""
    match expression:
        case Term(text, _prefix):
            return known.get(text, 0)
        case AnyOf(parts):
            return min(rows, sum(expected(part, known, rows) for part in parts))
        case AllOf(parts):
            share = 1.0
            for part in parts:
                share *= min(1.0, expected(part, known, rows) / rows)
            return share * rows
        case Without(wanted, _refused):
            return expected(wanted, known, rows)


def query_text(expression: Expression) -> str:
    """The expression as the text of a tsquery; every token is quoted."""
    match expression:
        case Term(text, prefix):
            quoted = text.replace("\\", "\\\\").replace("'", "''")
            return f"'{quoted}':*" if prefix else f"'{quoted}'"
        case AllOf(parts):
            return f"({' & '.join(map(query_text, parts))})"
        case AnyOf(parts):
            return f"({' | '.join(map(query_text, parts))})"
        case Without(wanted, refused):
            return f"({query_text(wanted)} & !{query_text(refused)})"
