"""A house without vocabularies and countries says what to do first."""

import pytest
from django.core.management import CommandError, call_command

from creaspace.doors.interop.programme_file.checks import BadProgrammeFile
from creaspace.doors.interop.programme_file.loading import load
from creaspace.programme.programmes.models import Programme
from tests.doors.interop.factories import make_file

pytestmark = pytest.mark.django_db


def test_file_asks_for_the_reference_data() -> None:
    with pytest.raises(BadProgrammeFile) as caught:
        load(make_file())

    assert str(caught.value).splitlines()[0] == (
        "$.spaces[0].programme_role is 'selected_participant'. "
        "Nothing is loaded to compare it with: run “creaspace load_reference” first."
    )
    assert not Programme.objects.exists()


def test_demonstration_asks_for_it_too() -> None:
    with pytest.raises(CommandError, match=r"^Nothing was saved\.\n\$\.spaces\[0\]"):
        call_command("demo", "load")


def test_clearing_an_empty_house_is_no_fault(capsys: pytest.CaptureFixture[str]) -> None:
    call_command("demo", "clear")

    assert "0 records and accounts were removed." in capsys.readouterr().out
