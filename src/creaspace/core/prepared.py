"""Queries that are asked at every turn: their SQL is written once, and only their values change.

Writing the SQL of a query takes Django longer than a database takes to answer it. Example::

    STATEMENTS = Prepared(lambda: Statement.objects.filter(subject_key=Mark("key")))
    STATEMENTS.rows(key="12")
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from django.db import connection
from django.db.models import Model, QuerySet
from django.db.models.query import get_related_populators

Row = TypeVar("Row", bound=Model)


class Mark(str):
    """Stands in a query, in place of a text that is told later, under this name."""


@dataclass(frozen=True)
class _Written:
    compiler: Any
    sql: str
    values: tuple[Any, ...]
    columns: slice
    names: list[str]
    beside: list[Any]
    converters: dict[int, Any]


class Prepared(Generic[Row]):
    """A query for whole records, `select_related` included; annotations are none of its business.

    Nothing in it may depend on the moment, the language or who asks.
    """

    def __init__(self, make: Callable[[], QuerySet[Row]]) -> None:
        self.make = make
        self.written: dict[str, _Written] = {}

    def rows(self, **values: str) -> list[Row]:
        written = self.written.get(connection.vendor) or self._write()
        told = [values[each] if isinstance(each, Mark) else each for each in written.values]
        with connection.cursor() as cursor:
            cursor.execute(written.sql, told)
            found = cursor.fetchall()
        rows = written.compiler.apply_converters(found, written.converters)
        return [self._row(row, written) for row in rows]

    def _write(self) -> _Written:
        compiler = self.make().query.get_compiler(using=connection.alias)
        sql, values = compiler.as_sql()
        if self.make().query.sql_with_params()[1] != values:
            message = f"This query asks for something else each time: {sql}"
            raise ValueError(message)
        fields = compiler.klass_info["select_fields"]
        columns = slice(fields[0], fields[-1] + 1)
        written = _Written(
            compiler,
            sql,
            values,
            columns,
            [column.target.attname for column, *_rest in compiler.select[columns]],
            get_related_populators(  # type: ignore[call-arg]  # the stubs are of a later Django
                compiler.klass_info, compiler.select, connection.alias
            ),
            compiler.get_converters([column for column, *_rest in compiler.select]),
        )
        self.written[connection.vendor] = written
        return written

    def _row(self, row: Any, written: _Written) -> Row:
        model: type[Row] = written.compiler.klass_info["model"]
        record: Row = model.from_db(connection.alias, written.names, row[written.columns])
        for populator in written.beside:
            populator.populate(row, record)
        return record
