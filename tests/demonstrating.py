"""Make a data folder with the demonstration network: `python -m tests.demonstrating`.

One process does what `creaspace run`, `load_reference` and `demo load` do one after the other.
"""

import os


def main() -> None:
    os.environ["DJANGO_SETTINGS_MODULE"] = "creaspace.settings"
    import django  # noqa: PLC0415 -- the settings are named first

    django.setup()
    from django.core.management import call_command  # noqa: PLC0415 -- after the settings

    from creaspace.doors.portal.preparing import prepare  # noqa: PLC0415 -- after the settings

    prepare(print)
    call_command("load_reference")
    call_command("demo", "load")


if __name__ == "__main__":
    main()
