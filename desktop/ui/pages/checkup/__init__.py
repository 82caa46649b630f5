"""The page that checks this computer."""
