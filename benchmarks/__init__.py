"""The budgets, one file each; `./dev.py bench` runs them."""
