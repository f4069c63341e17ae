"""What must be there before the first page: tables and static files."""

from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from creaspace.core.static_files import Say, collect_static_files


def prepare(say: Say) -> None:
    """Do what is missing and nothing else; each step that takes time says so."""
    bring_tables_up_to_date(say)
    collect_static_files(say)


def bring_tables_up_to_date(say: Say) -> bool:
    executor = MigrationExecutor(connection)
    missing = executor.migration_plan(executor.loader.graph.leaf_nodes())
    if not missing:
        return False
    say(f"Bringing the database up to date ({len(missing)} steps) …")
    call_command("migrate", interactive=False, verbosity=0)
    return True
