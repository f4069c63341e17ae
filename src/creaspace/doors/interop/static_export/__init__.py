"""A whole programme as pages that open from disk, with its data: no server, no foreign request."""
