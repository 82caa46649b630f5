"""What the built program starts with."""

from __future__ import annotations

import multiprocessing

if __name__ == "__main__":
    multiprocessing.freeze_support()
    from desktop.__main__ import main

    main()
