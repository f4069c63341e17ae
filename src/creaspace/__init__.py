"""Creaspace: the open platform of a network of small creative spaces."""

__version__ = "0.1.0"
