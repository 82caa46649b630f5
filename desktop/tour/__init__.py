"""The tour: the real window driven through every page, each step a picture."""
