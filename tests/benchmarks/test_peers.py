"""Programs to compare with: found where they are installed, asked of the same spaces."""

import json
import sqlite3
from array import array
from contextlib import closing
from pathlib import Path

import pytest

from benchmarks._copies import Copy
from benchmarks._peers import Peers, data, finding
from benchmarks._questions import Ground
from tools.bench import Report

TABLES = """
CREATE TABLE vocabularies_concept (id INTEGER, notation TEXT);
INSERT INTO vocabularies_concept VALUES (7, 'studio');
CREATE TABLE spaces_space (
  slug TEXT, name TEXT, local_name TEXT, description TEXT, kind_id INTEGER, country_id TEXT,
  city_name TEXT, longitude REAL, latitude REAL
);
INSERT INTO spaces_space VALUES
  ('generated-0', 'Vilatre', '', 'bace', 7, 'ES', 'Valencia', -0.4, 39.5),
  ('generated-1', 'Quofo', '山水', '', NULL, 'CN', 'Kunming', 102.8, 24.9),
  ('generated-2', 'Nowhere', '', 'bace', NULL, 'CN', 'Kunming', NULL, NULL);
"""


@pytest.fixture
def copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Copy:
    monkeypatch.setattr(data, "FOLDER", tmp_path)
    with closing(sqlite3.connect(tmp_path / "creaspace.sqlite3")) as connection:
        connection.executescript(TABLES)
    return Copy("sqlite", 3, {"CREASPACE_DATA_DIR": str(tmp_path)})


def test_the_table_of_the_peers_holds_spaces_with_a_position_by_box_and_word(copy: Copy):
    with closing(sqlite3.connect(data.table_of(copy))) as connection:
        told = connection.execute("SELECT id, kind, country FROM space ORDER BY id").fetchall()
        word = connection.execute("SELECT rowid FROM space_fts WHERE space_fts MATCH 'bace'")
        box = connection.execute("SELECT id FROM space_box WHERE west >= 100 AND north <= 30")

        assert told == [(0, "studio", "ES"), (1, None, "CN")]
        assert word.fetchall() == [(0,)]
        assert box.fetchall() == [(1,)]


def test_points_are_pairs_of_longitude_and_latitude(copy: Copy):
    points = array("d", data.points_of(copy).read_bytes())

    assert points.tolist() == [-0.4, 39.5, 102.8, 24.9]


def test_the_ground_of_questions_is_where_spaces_stand(copy: Copy):
    ground = copy.ground()

    assert ground.spaces == 3
    assert {*ground.places} == {(-0.4, 39.5), (102.8, 24.9)}


@pytest.mark.parametrize(
    ("version", "fault", "said"),
    [
        (None, None, "tantivy is not installed; it is left out."),
        ("1.0", RuntimeError("no index"), "tantivy 1.0 could not be asked: no index"),
    ],
)
def test_a_peer_that_is_missing_or_fails_is_said_and_the_run_goes_on(
    copy: Copy, version: str | None, fault: Exception | None, said: str
):
    report = Report()

    def ask(_name: str) -> None:
        if fault:
            raise fault

    Peers(report, copy, Ground(3, []), []).try_one("tantivy", version, ask)

    assert report.told == [said]


def test_peers_are_found_in_the_folder_that_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    package = tmp_path / "node_modules" / "somecluster"
    package.mkdir(parents=True)
    (package / "package.json").write_text(json.dumps({"version": "9.1.0"}))
    monkeypatch.setenv("CREASPACE_BENCH_PEERS", str(tmp_path))

    assert finding.version_of_node_module("somecluster") == "9.1.0"
    assert finding.version_of_node_module("othercluster") is None
    assert finding.version_of("no-such-package", "no_such_package") is None
