"""Likeness: recognise people live from one picture, on your own machine."""

import os

__version__ = "0.1.0"

# Set before torch is loaded, whose threads (libgomp's, on Linux) read it then: how long one spins before it
# sleeps while it waits for the others. By themselves they spin for milliseconds, and beside another busy
# program a picture took seven to thirty times as long. With 2000, small operations on two idle cores are as
# fast as ever; sleeping at once makes them half as slow again.
if not {"OMP_WAIT_POLICY", "GOMP_SPINCOUNT"} & os.environ.keys():
    os.environ["GOMP_SPINCOUNT"] = "2000"
