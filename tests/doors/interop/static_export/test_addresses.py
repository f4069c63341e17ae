"""Where an address of the site stands on disk."""

import pytest

from creaspace.doors.interop.static_export.addresses import Address, file_of, relative


@pytest.mark.parametrize(
    ("path", "file"),
    [
        ("/", "index.html"),
        ("/en/", "en/index.html"),
        ("/en/spaces/st-spot/", "en/spaces/st-spot/index.html"),
        ("/en/visits/x/calendar.ics", "en/visits/x/calendar.ics"),
    ],
)
def test_each_address_has_one_file(path, file):
    assert file_of(path) == file


def test_way_between_two_pages_is_relative():
    way = relative("en/spaces/a/index.html", "es/spaces/b/index.html", "sources")

    assert way == "../../../en/spaces/a/index.html#sources"


def test_relative_address_is_read_from_its_page():
    assert Address.of("calendar.ics", "/en/visits/x/") == Address(
        "/en/visits/x/calendar.ics", "", ""
    )


def test_fragment_alone_stays_on_its_page():
    assert Address.of("?page=2#top", "/en/spaces/") == Address("/en/spaces/", "page=2", "top")
