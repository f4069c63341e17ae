"""PostgreSQL: one narrow table of token vectors with GIN indexes.

Tokens go in as they are (`array_to_tsvector`), without any parser or dictionary of the server.
Questions stand in the statement as literals, so that the planner knows how frequent they are. A
question that very many rows answer is read along the order of scores instead of sorting all of
them; should that walk find nothing soon, because frequent words never occur together, it is given
up for the other plan.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager

from django.db import OperationalError, transaction
from django.db.backends.base.base import BaseDatabaseWrapper

from creaspace.foundation.search.bounds import expected
from creaspace.foundation.search.engines.shapes import (
    FULL_SCORE,
    Ask,
    Counts,
    Place,
    Posting,
    Table,
)
from creaspace.foundation.search.expressions import (
    AllOf,
    AnyOf,
    Expression,
    Term,
    Without,
    terms_of,
)

WALK_MS, PATIENCE_MS = 60, 400
PLANS = ("enable_bitmapscan", "enable_indexscan", "enable_seqscan")
FREE = ("on", "on", "on")  # as the planner thinks best
WALK = ("off", "on", "off")  # along the scores, until enough is found
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
        found: dict[Ask, list[Place]] = {}
        if walked := self._worth_a_walk(asks):
            found = self._places(walked, WALK_MS, WALK)
        if rest := [ask for ask in dict.fromkeys(asks) if ask not in found]:
            found |= self._places(rest, PATIENCE_MS, GATHER)
        return [found.get(ask, []) for ask in asks]

    def _places(
        self, asks: Sequence[Ask], patience_ms: int, plan: Sequence[str]
    ) -> dict[Ask, list[Place]]:
        """What each question finds; nothing at all when it is not there in time."""
        arms = [
            f"(SELECT {number}, score, entry FROM search_posting"  # noqa: S608 -- our own names
            f" WHERE {ask.table.value} @@ %s::tsquery ORDER BY score DESC, entry LIMIT %s)"
            for number, ask in enumerate(asks)
        ]
        rows = self._within(patience_ms, plan, arms, asks)
        if rows is None:
            return {}
        found: dict[Ask, list[Place]] = {ask: [] for ask in asks}
        for number, score, entry in rows:
            found[asks[number]].append(Place(FULL_SCORE - score, entry))
        return {ask: sorted(places) for ask, places in found.items()}

    def counts(self, asks: Sequence[Ask]) -> list[int | None]:
        if not asks:
            return []
        arms = [
            f"SELECT {number}, count(*) FROM (SELECT 1 FROM search_posting"  # noqa: S608 -- our own names
            f" WHERE {ask.table.value} @@ %s::tsquery LIMIT %s) AS some{number}"
            for number, ask in enumerate(asks)
        ]
        rows = self._within(WALK_MS, FREE, arms, asks)
        if rows is None:
            rows = self._within(PATIENCE_MS, GATHER, arms, asks)
        return [None] * len(asks) if rows is None else [count for _number, count in sorted(rows)]

    def _within(
        self, patience_ms: int, plan: Sequence[str], arms: Sequence[str], asks: Sequence[Ask]
    ) -> list[tuple[int, ...]] | None:
        """The rows, or None when they are not there in time; the transaction around stays whole.

        Wishes and question go to the server together. Outside a transaction the wishes end with
        the statement; inside one they are taken back.
        """
        wishes = {"statement_timeout": str(patience_ms), **dict(zip(PLANS, plan, strict=True))}
        sql = "; ".join([f"SET LOCAL {name} = {value}" for name, value in wishes.items()])
        sql = f"{sql}; {' UNION ALL '.join(arms)}"
        values = [each for ask in asks for each in (query_text(ask.expression), ask.limit)]
        try:
            if not self.wrapper.in_atomic_block:
                return self._last_rows(sql, values)
            with transaction.atomic(using=self.wrapper.alias):
                found = self._last_rows(sql, values)
                with self.wrapper.cursor() as cursor:
                    cursor.execute("; ".join(f"SET LOCAL {name} TO DEFAULT" for name in wishes))
                return found
        except OperationalError as error:
            if "statement timeout" not in str(error):
                raise
            return None

    def _last_rows(self, sql: str, values: Sequence[str | int]) -> list[tuple[int, ...]]:
        """What the last of several statements answers."""
        with self.wrapper.cursor() as cursor:
            cursor.execute(sql, values)
            while cursor.nextset():
                pass
            return list(cursor.fetchall())

    def _worth_a_walk(self, asks: Sequence[Ask]) -> list[Ask]:
        """Questions that so many rows answer that the first are met soon along the scores.

        A walk looks at `limit * rows / answers` rows until it has found enough, gathering at all
        answers.
        """
        texts = {term.text for ask in asks for term in terms_of(ask.expression)}
        with self.wrapper.cursor() as cursor:
            cursor.execute(
                "SELECT '', reltuples::bigint, 0 FROM pg_class WHERE relname = 'search_posting'"
                " UNION ALL SELECT text, entries, named FROM search_token WHERE text = ANY(%s)",
                [sorted(texts)],
            )
            known = {text: (entries, named) for text, entries, named in cursor.fetchall()}
        rows = max(known.pop("", (0, 0))[0], 1)
        counts = {
            table: {text: pair[place] for text, pair in known.items()}
            for place, table in enumerate((Table.WORDS, Table.NAMES))
        }
        return [
            ask
            for ask in dict.fromkeys(asks)
            if expected(ask.expression, counts[ask.table], rows) ** 2 > ask.limit * rows
        ]

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
