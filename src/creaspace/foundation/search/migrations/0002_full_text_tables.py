from django.db import migrations

from creaspace.foundation.search.engines import engine_of


def create(apps, schema_editor):
    engine_of(schema_editor.connection).create()


def drop(apps, schema_editor):
    engine_of(schema_editor.connection).drop()


class Migration(migrations.Migration):

    dependencies = [("search", "0001_initial")]

    operations = [migrations.RunPython(create, drop)]
