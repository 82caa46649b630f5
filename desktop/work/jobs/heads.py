"""Putting a trained head on the face model in use, and taking it off; on the live lane.

A head that was trained on a folder is kept in the home (`learn.kept`). One that was taught on the enrolled
is kept in their vault alone, so it is put on once the vault is open, and goes when it is gone from there.
"""

from __future__ import annotations

import logging
from collections.abc import Generator
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from desktop import settings as settings_file
from desktop.errors import LikenessError
from desktop.faces.face import Detector, Embedder
from desktop.progress import Progress
from desktop.vectors import Vectors
from desktop.work.jobs.state import Networks, State, VaultLocked
from desktop.work.learn_messages import InUse, Taught
from desktop.work.messages import Failure, ModelsState

if TYPE_CHECKING:
    from desktop.faces.thresholds import Calibration
    from desktop.learn.head_file import Head
    from desktop.learn.load import Comparing

_log = logging.getLogger(__name__)

VAULT = "vault/"
"""What the name of a head in the vault begins with."""


class HeadErased(LikenessError):
    """A head that went with one of the people it was taught on."""

    sentence = (
        "The trained head was removed, because somebody whose pictures taught it is no longer enrolled; the "
        "model is used without it."
    )


class NothingTrained(LikenessError):
    """A result without a head was to be used or exported."""

    sentence = "Training was stopped before there was a head; train again first."


# The face model in use.


def begin(state: State, detector: Detector, still: Detector, embedder: Embedder) -> None:
    """Use these networks, with the head that was chosen where it can be put on. Raises Uncalibrated."""
    from desktop.faces.recognise import Recogniser

    name, comparing, refusal = _chosen(state, embedder)
    calibration = thresholds(state, comparing)
    nobody = comparing.gallery(_none(comparing.embedder), ())
    recogniser = Recogniser(detector, comparing.embedder, nobody, calibration, state.settings.fpir)
    state.networks = Networks(
        detector, still, comparing.embedder, calibration, recogniser, comparing, embedder, name, refusal
    )


def thresholds(state: State, comparing: Comparing) -> Calibration:
    """The user's own thresholds where some were measured with this very head, else its own, else those that
    ship. Raises Uncalibrated or HeadUncalibrated.
    """
    from desktop.faces.adopted import own

    return own(state.home, comparing.embedder.model) or comparing.calibration()


def follow(state: State) -> None:
    """With the vault open: put on the head that waited for it; take off one that it has no more."""
    networks, chosen = state.faces, state.settings.use_head
    if networks.worn.startswith(VAULT) and not _there(state, networks.worn):
        state.people.forget_model(networks.embedder.model)
    elif not chosen.startswith(VAULT) or chosen == networks.worn or networks.refusal is not None:
        return
    begin(state, networks.detector, networks.still, networks.plain)
    state.search()


def without_vault(state: State) -> None:
    """With the vault closed: take off a head of it, until the vault is open again."""
    networks = state.faces
    if networks.worn.startswith(VAULT):
        from desktop.faces.thresholds import Uncalibrated

        try:
            begin(state, networks.detector, networks.still, networks.plain)
        except Uncalibrated:  # an own model that has thresholds with its head alone
            state.networks = None


def models_state(state: State) -> ModelsState:
    """How the models stand now."""
    from desktop.weights.device import choose

    networks = state.faces
    device = choose(state.settings.device).description
    return ModelsState("ready", device, networks.embedder.model.name, calibration=networks.calibration)


def in_use(state: State) -> InUse:
    """The head in use. Raises ModelsMissing."""
    networks = state.faces
    head = None if networks.comparing is None else networks.comparing.head
    if head is not None:
        return InUse(networks.worn, head.title, models_state(state), refusal=networks.refusal)
    last, title = _last(state)
    return InUse("", "", models_state(state), refusal=networks.refusal, last=last, last_title=title)


# Changing it.


def adopt(state: State, taught: Taught) -> Generator[Progress, None, InUse]:
    """Keep a head, embed the enrolled with it in one transaction, and go by it from then on.

    Until that is done recognition goes by the model before; cut off in between, nothing has changed.
    Raises ModelsMissing, VaultLocked, PersonGone, HeadUncalibrated, Uncalibrated, HeadForAnother,
    HeadForOtherWeights, DiskFull or NotWritable.
    """
    from desktop.learn.worn import put_on

    head = taught.head
    if head is None:
        raise NothingTrained
    yield Progress(0, 0, "Embedding")
    comparing = put_on(state.home, state.faces.plain, head, state.settings.device, head.title)
    comparing.calibration()  # a head without thresholds is refused before anything is changed
    before = state.settings.use_head
    name, added = _keep(state, head, taught)
    try:
        yield from _embed(state, comparing.embedder)
        _choose(state, name)
    except BaseException:  # GeneratorExit too: the user changed their mind
        if added:
            _forget(state, name, head)
        raise
    return replace((yield from _switch(state)), before=before, added=added)


def restore(state: State, name: str, forget: str = "") -> Generator[Progress, None, InUse]:
    """Go by another kept head, "" for none; `forget` removes a head with all that was embedded by it.

    Raises as `adopt`, and FileMissing or HeadErased where the head is gone.
    """
    yield Progress(0, 0, "Embedding")
    before, base = state.settings.use_head, state.faces.plain
    comparing = _dressed(state, name, base)
    thresholds(state, comparing)
    gone = _read(state, forget) if forget and _there(state, forget) else None
    yield from _embed(state, comparing.embedder)
    _choose(state, name)
    found = yield from _switch(state)
    if gone is not None:
        _forget(state, forget, gone)
        found = in_use(state)  # what is gone is not offered again
    return replace(found, before=before)


def _last(state: State) -> tuple[str, str]:
    """Name and title of the head that could be used again: the vault's before one in the home."""
    from desktop.learn import kept

    if state.opened is not None:
        for name in state.opened.heads():
            try:
                return VAULT + name, _read(state, VAULT + name).title
            except LikenessError as error:
                _log.warning("a head of the vault can't be read: %s", type(error).__name__)
    return kept.latest(state.home, state.faces.plain.model) or ("", "")


def _keep(state: State, head: Head, taught: Taught) -> tuple[str, bool]:
    """The name under which a head is kept, and whether it was not before."""
    from desktop.learn import head_file, kept

    if taught.taken.folder:
        name = kept.name_of(head)
        added = not (state.home.heads / f"{name}.safetensors").exists()
        return kept.keep(state.home, head), added
    people = state.people
    used = state.settings.use_head.removeprefix(VAULT)
    for other in people.heads():  # the one in use stays for the undo; those before it had theirs
        if other != used:
            people.forget_head(other)
    return VAULT + people.keep_head(head_file.to_bytes(head), taught.taken.people), True


def _forget(state: State, name: str, head: Head) -> None:
    from desktop.learn import kept

    if name.startswith(VAULT):
        state.people.forget_head(name.removeprefix(VAULT))
    else:
        kept.forget(state.home, name)
    if state.opened is not None:
        state.opened.forget_model(head.model)


def _embed(state: State, embedder: Embedder) -> Generator[Progress, None, None]:
    from desktop.people.re_embed import re_embed

    if state.opened is not None:
        for told in re_embed(state.opened, embedder):
            yield replace(told, what="Embedding")


def _switch(state: State) -> Generator[Progress, None, InUse]:
    """From one step to the next: what is embedded already is searched at once."""
    networks = state.faces
    begin(state, networks.detector, networks.still, networks.plain)
    state.search()
    yield from state.catch_up()
    return in_use(state)


def _choose(state: State, name: str) -> None:
    kept = settings_file.load(state.home.settings)
    settings_file.save(replace(kept, use_head=name), state.home.settings)
    state.settings = replace(state.settings, use_head=name)


def _chosen(state: State, base: Embedder) -> tuple[str, Comparing, Failure | None]:
    """The head that was chosen on the model; without it, and why, where it can't be put on."""
    from desktop.learn.worn import plain

    name = state.settings.use_head
    try:
        comparing = _dressed(state, name, base)
        thresholds(state, comparing)
    except VaultLocked:  # it is put on once the vault is open
        return "", plain(state.home, base), None
    except LikenessError as error:
        if not name:
            raise
        _log.warning("the head that was chosen is not used: %s", type(error).__name__)
        if isinstance(error, HeadErased):
            _choose(state, "")
        return "", plain(state.home, base), Failure.of(error)
    return name, comparing, None


def _dressed(state: State, name: str, base: Embedder) -> Comparing:
    from desktop.learn.worn import plain, put_on

    if not name:
        return plain(state.home, base)
    head = _read(state, name)
    return put_on(state.home, base, head, state.settings.device, head.title)


def _read(state: State, name: str) -> Head:
    from desktop.learn import head_file, kept

    if not name.startswith(VAULT):
        return kept.load(state.home, name)
    data = state.people.head(name.removeprefix(VAULT))
    if data is None:
        raise HeadErased
    return head_file.from_bytes(data)


def _there(state: State, name: str) -> bool:
    if name.startswith(VAULT):
        return state.opened is not None and state.opened.head(name.removeprefix(VAULT)) is not None
    return (state.home.heads / f"{name}.safetensors").exists()


def _none(embedder: Embedder) -> Vectors:
    return np.empty((0, embedder.dimension), np.float32)
