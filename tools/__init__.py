"""What `dev.py` does. Modules that it needs before the environment exists use the standard library only."""
