"""Makes the program for the platform this runs on: `python3 -m installer.build`."""
