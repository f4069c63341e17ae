"""Marks on an e-mail for the outbox, which takes them off before it is sent."""

PURPOSE = "X-Creaspace-Purpose"
SECRET = "X-Creaspace-Secret"  # noqa: S105 -- the name of a header
