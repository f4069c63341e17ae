"""A SpatiaLite table of the spaces: `python fill_spatialite.py FROM TO`, in the peers' Python."""

import os
import sqlite3
import sys

EXTENSION = os.environ.get("SPATIALITE_LIBRARY_PATH", "mod_spatialite.so")
COLUMNS = "id, slug, name, local_name, description, kind, country, city"

source, target = sys.argv[1:]
connection = sqlite3.connect(target)
connection.enable_load_extension(True)
connection.execute("SELECT load_extension(?)", [EXTENSION])
connection.executescript(
    """
    SELECT InitSpatialMetaData(1);
    CREATE TABLE space (
      id INTEGER PRIMARY KEY, slug TEXT, name TEXT, local_name TEXT, description TEXT, kind TEXT,
      country TEXT, city TEXT
    );
    SELECT AddGeometryColumn('space', 'geom', 4326, 'POINT', 'XY');
    """
)
connection.execute("ATTACH ? AS given", [source])
connection.execute(
    f"INSERT INTO space ({COLUMNS}, geom)"
    f" SELECT {COLUMNS}, MakePoint(longitude, latitude, 4326) FROM given.space"
)
connection.commit()
connection.execute("SELECT CreateSpatialIndex('space', 'geom')")
connection.commit()
connection.close()
