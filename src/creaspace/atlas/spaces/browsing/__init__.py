"""The page of the atlas, made ready: rows, choices with their counts, and the ways from here."""

from creaspace.atlas.spaces.browsing.page import ROWS, AtlasPage, open_page

__all__ = ["ROWS", "AtlasPage", "open_page"]
