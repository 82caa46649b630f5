"""What a working Likeness needs of its machine: looked at, and told with what to do."""
