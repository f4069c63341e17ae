"""Indexes that answer boxes, tiles and lists without touching the rows, each engine's own way.

PostgreSQL keeps what is only read along beside the key (INCLUDE); SQLite has just keys. The tables
are also vacuumed early there, since index-only answers need a fresh map of what all may see.
"""

from django.db import migrations

READ_ALONG = ["kind", "country", "trait_set", "longitude_e6", "latitude_e6", "score", "space_id"]
LISTS = {
    "spot_score": "score DESC, space_id",
    "spot_kind_score": "kind, score DESC, space_id",
    "spot_country_score": "country, score DESC, space_id",
    "spot_name": "sort_name, space_id",
    "spot_new": "changed_at DESC, space_id",
}
VACUUM = "autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_insert_scale_factor = 0.02"


def _statements(vendor):
    along = ", ".join(READ_ALONG)
    without_kind = ", ".join(READ_ALONG[1:])
    if vendor == "postgresql":
        yield f"CREATE INDEX spot_code ON spaces_spot (code) INCLUDE ({along})"
        yield f"CREATE INDEX spot_kind_code ON spaces_spot (kind, code) INCLUDE ({without_kind})"
        yield f"ALTER TABLE spaces_spot SET ({VACUUM})"
        yield f"ALTER TABLE spaces_cell SET ({VACUUM})"
    else:
        yield f"CREATE INDEX spot_code ON spaces_spot (code, {along})"
        yield f"CREATE INDEX spot_kind_code ON spaces_spot (kind, code, {without_kind})"
    for name, columns in LISTS.items():
        yield f"CREATE INDEX {name} ON spaces_spot ({columns})"


def make_indexes(apps, schema_editor):
    for statement in _statements(schema_editor.connection.vendor):
        schema_editor.execute(statement)


def drop_indexes(apps, schema_editor):
    for name in ("spot_code", "spot_kind_code", *LISTS):
        schema_editor.execute(f"DROP INDEX {name}")


class Migration(migrations.Migration):

    dependencies = [("spaces", "0002_atlas_tables")]

    operations = [migrations.RunPython(make_indexes, drop_indexes)]
