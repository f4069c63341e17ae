"""The index of the standing order holds positions too: a walk along it compares them with a box
without touching the rows.
"""

from django.db import migrations

ORDER = "score DESC, space_id"
ALONG = "latitude_e6, longitude_e6"


def _widen(apps, schema_editor):
    is_postgres = schema_editor.connection.vendor == "postgresql"
    columns = f"({ORDER}) INCLUDE ({ALONG})" if is_postgres else f"({ORDER}, {ALONG})"
    schema_editor.execute("DROP INDEX spot_score")
    schema_editor.execute(f"CREATE INDEX spot_score ON spaces_spot {columns}")


def _narrow(apps, schema_editor):
    schema_editor.execute("DROP INDEX spot_score")
    schema_editor.execute(f"CREATE INDEX spot_score ON spaces_spot ({ORDER})")


class Migration(migrations.Migration):
    dependencies = [("spaces", "0007_sets_in_parts")]

    operations = [migrations.RunPython(_widen, _narrow)]
