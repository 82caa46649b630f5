"""Torch's threads wait asleep, so that another busy program does not hold them up."""

import os
import subprocess
import sys

import pytest

SAID = "import os, desktop; print(os.environ['OMP_WAIT_POLICY'])"


@pytest.mark.parametrize(("given", "expected"), [(None, "PASSIVE"), ("ACTIVE", "ACTIVE")])
def test_threads_wait_asleep_unless_the_user_says_otherwise(given: str | None, expected: str) -> None:
    around = {name: value for name, value in os.environ.items() if name != "OMP_WAIT_POLICY"}
    if given is not None:
        around["OMP_WAIT_POLICY"] = given
    told = subprocess.run(
        [sys.executable, "-c", SAID], env=around, capture_output=True, text=True, check=True
    )
    assert told.stdout.strip() == expected
