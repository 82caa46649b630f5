"""What the built program starts with."""

from __future__ import annotations

import multiprocessing
import os
import sys


def main() -> None:
    """Run the command line."""
    # A library that starts a process of its own kind starts this very program.
    multiprocessing.freeze_support()
    # The starter lets the program find its libraries; what it opens (a file manager) is to find the system's.
    for name in ("LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH"):
        before = os.environ.pop(f"{name}_ORIG", None)
        if before is not None:
            os.environ[name] = before
        elif getattr(sys, "frozen", False):
            os.environ.pop(name, None)
    from desktop.__main__ import main as likeness

    likeness()


if __name__ == "__main__":
    main()
