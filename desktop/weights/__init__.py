"""Numbers in: which weights there are, how they are fetched and converted, and where they run."""
