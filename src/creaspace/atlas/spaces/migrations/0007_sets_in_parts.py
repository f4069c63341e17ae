"""Sets of traits in three parts, so that filters and counts meet few of them.

SQLite makes the table anew when a column changes and forgets the indexes that no model names, so
all of them are made here once more.
"""

from django.db import migrations, models

READ_ALONG = ["kind", "country", "part_a", "part_b", "part_c"]
READ_ALONG += ["longitude_e6", "latitude_e6", "score", "space_id"]
SAME_ON_BOTH = {
    "spot_part_a": "part_a",
    "spot_part_b": "part_b",
    "spot_part_c": "part_c",
    "spot_score": "score DESC, space_id",
    "spot_kind_score": "kind, score DESC, space_id",
    "spot_country_score": "country, score DESC, space_id",
    "spot_name": "sort_name, space_id",
    "spot_new": "changed_at DESC, space_id",
}


def make_indexes(apps, schema_editor):
    along, without_kind = ", ".join(READ_ALONG), ", ".join(READ_ALONG[1:])
    drop_indexes(apps, schema_editor)
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(f"CREATE INDEX spot_code ON spaces_spot (code) INCLUDE ({along})")
        schema_editor.execute(
            f"CREATE INDEX spot_kind_code ON spaces_spot (kind, code) INCLUDE ({without_kind})"
        )
    else:
        schema_editor.execute(f"CREATE INDEX spot_code ON spaces_spot (code, {along})")
        schema_editor.execute(
            f"CREATE INDEX spot_kind_code ON spaces_spot (kind, code, {without_kind})"
        )
    for name, columns in SAME_ON_BOTH.items():
        schema_editor.execute(f"CREATE INDEX {name} ON spaces_spot ({columns})")


def drop_indexes(apps, schema_editor):
    for name in ("spot_code", "spot_kind_code", *SAME_ON_BOTH):
        schema_editor.execute(f"DROP INDEX IF EXISTS {name}")


class Migration(migrations.Migration):

    dependencies = [("spaces", "0006_forget_whole_sets")]

    operations = [
        migrations.RunPython(drop_indexes, migrations.RunPython.noop),
        migrations.AlterField("spot", "trait_set", models.BigIntegerField()),
        migrations.AddField("spot", "part_a", models.BigIntegerField(default=0)),
        migrations.AddField("spot", "part_b", models.BigIntegerField(default=0)),
        migrations.AddField("spot", "part_c", models.BigIntegerField(default=0)),
        migrations.RunPython(make_indexes, drop_indexes),
    ]
