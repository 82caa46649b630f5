"""Torch's threads wait asleep, so that another busy program does not hold them up."""

import os
import subprocess
import sys

import pytest

SAID = "import os, desktop; print(os.environ.get('GOMP_SPINCOUNT'))"


@pytest.mark.parametrize(
    ("given", "expected"),
    [({}, "2000"), ({"GOMP_SPINCOUNT": "7"}, "7"), ({"OMP_WAIT_POLICY": "ACTIVE"}, "None")],
)
def test_threads_soon_wait_asleep_unless_the_user_says_otherwise(
    given: dict[str, str], expected: str
) -> None:
    settings = ("OMP_WAIT_POLICY", "GOMP_SPINCOUNT")
    around = {name: value for name, value in os.environ.items() if name not in settings}
    told = subprocess.run(
        [sys.executable, "-c", SAID], env=around | given, capture_output=True, text=True, check=True
    )
    assert told.stdout.strip() == expected
