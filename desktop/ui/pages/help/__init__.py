"""Help: a page for each page of the program."""
