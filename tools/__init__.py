"""What `dev.py` does; what it needs before the environment exists is standard library only."""
