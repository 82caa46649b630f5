"""Learning how alike two faces are: measured on the user's own people, and trained on them."""
