"""Worker threads and what runs on them; QtCore only."""
