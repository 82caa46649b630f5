"""What is asked before a change: files, names, passphrases, and whether it is really meant."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from desktop.pictures import picture_files
from desktop.ui import failures
from desktop.ui.notices import Notices
from desktop.ui.pages.people_ask import EnrolDialog, suggested_name
from desktop.ui.pages.people_jobs import PeopleJobs
from desktop.ui.pages.people_picker import PersonPicker
from desktop.ui.widgets.dialogs import ConfirmDialog, PassphraseDialog
from desktop.work.messages import Failure, PersonCard, VaultState

if TYPE_CHECKING:
    from desktop.vectors import Picture
    from desktop.work.people import PeopleSession


class PeopleWishes(QObject):
    """Asks, in dialogs over `place`, and hands the answers to the jobs. No dialog blocks the program."""

    def __init__(self, people: PeopleSession, jobs: PeopleJobs, notices: Notices, place: QWidget) -> None:
        super().__init__(place)
        self._people = people
        self._jobs = jobs
        self._notices = notices
        self._place = place
        self._unlocking: PassphraseDialog | None = None
        people.vault_changed.connect(self._vault_changed)

    @Slot(object)
    def add(self, found: Sequence[Path | Picture]) -> None:
        """Enrol what was dropped, chosen or pasted: pictures of one person, or one folder."""
        folders = [item for item in found if isinstance(item, Path) and item.is_dir()]
        if folders and len(found) > 1:
            self._notices.warning(self.tr("Drop one folder at a time, or pictures without folders."))
        elif folders:
            self._add_folder(folders[0])
        elif found:
            self._add_pictures(tuple(found))

    def merge(self, card: PersonCard) -> None:
        """Ask into whom."""
        picker = PersonPicker(
            self.tr("Merge {name} into…").format(name=card.name),
            self.tr("All pictures go to the one you choose; the name {name} goes.").format(name=card.name),
            self.tr("Merge"),
            self._people.people,
            without=card.person,
            parent=self._window(),
        )
        self._open(picker)

        def merge() -> None:
            if picker.picked is not None:
                self._jobs.merge(card, picker.picked)

        picker.accepted.connect(merge)

    def erase(self, card: PersonCard) -> None:
        """Ask whether it is meant: this is the one change that nothing takes back."""
        dialog = ConfirmDialog(
            self.tr("Erase {name}?").format(name=card.name),
            self.tr(
                "The name, every picture, the history and the key that locks them are destroyed. "
                "This can't be undone."
            ),
            self.tr("Erase for good"),
            self._window(),
        )
        self._open(dialog)
        dialog.accepted.connect(lambda: self._jobs.erase(card))

    def hand_over(self, card: PersonCard) -> None:
        """Ask where to."""
        title = self.tr("Hand over the data of {name}").format(name=card.name)
        plain = "".join(sign if sign.isalnum() or sign in " -_" else "_" for sign in card.name).strip()[:80]
        file = self._save_as(title, f"{plain or 'person'}.zip", self.tr("Zip archive (*.zip)"), ".zip")
        if file is not None:
            self._jobs.hand_over(file, card)

    @Slot()
    def export(self) -> None:
        """Ask where to, and for the passphrase that locks the file."""
        kinds = self.tr("People of Likeness (*.likeness)")
        file = self._save_as(self.tr("Export people"), "people.likeness", kinds, ".likeness")
        if file is None:
            return
        dialog = PassphraseDialog(
            new=True,
            heading=self.tr("Export people"),
            words=self.tr("The file is locked with a passphrase. Whoever imports it needs the same one."),
            do=self.tr("Export"),
            parent=self._window(),
        )
        self._ask_passphrase(dialog, lambda passphrase: self._jobs.export(file, passphrase))

    @Slot()
    def import_(self) -> None:
        """Ask for the file and its passphrase."""
        kinds = ";;".join((self.tr("People of Likeness (*.likeness)"), self.tr("All files (*)")))
        name = QFileDialog.getOpenFileName(self._window(), self.tr("Import people"), "", kinds)[0]
        if not name:
            return
        file = Path(name)
        dialog = PassphraseDialog(
            new=False,
            heading=self.tr("Import people"),
            words=self.tr("“{file}” is locked with the passphrase chosen when it was made.").format(
                file=file.name
            ),
            do=self.tr("Import"),
            parent=self._window(),
        )
        self._ask_passphrase(dialog, lambda passphrase: self._jobs.import_file(file, passphrase))

    @Slot()
    def unlock(self) -> None:
        """Ask for the vault's passphrase; where none is wanted, or the vault failed, just try."""
        vault = self._people.vault
        if vault.state == "failed" or not vault.asks:
            self._people.unlock()
            return
        self._unlocking = PassphraseDialog(new=vault.new, parent=self._window())
        self._unlocking.given.connect(self._unlock)
        self._open(self._unlocking)
        self._unlocking.finished.connect(self._unlock_over)

    @Slot(str)
    def _unlock(self, passphrase: str) -> None:
        self._people.unlock(passphrase).failed.connect(self._unlock_failed)

    @Slot(object)
    def _unlock_failed(self, failure: Failure) -> None:
        if self._unlocking is not None:
            self._unlocking.say_wrong(failures.sentence(failure))
        else:
            failures.tell(self._notices, failure)

    @Slot(object)
    def _vault_changed(self, vault: VaultState) -> None:
        if self._unlocking is None:
            return
        if vault.state == "open":
            self._unlocking.done(QDialog.DialogCode.Accepted)
        else:
            self._unlocking.say_wrong(failures.sentence(vault.failure) if vault.failure else "")

    @Slot()
    def _unlock_over(self) -> None:
        self._unlocking = None

    def _add_pictures(self, pictures: tuple[Path | Picture, ...]) -> None:
        count = len(pictures)
        first = pictures[0]
        if not isinstance(first, Path):
            what = self.tr("The pasted picture")
        elif count == 1:
            what = self.tr("The picture “{file}”").format(file=first.name)
        else:
            what = self.tr("{count} pictures that show the same person").format(count=count)
        suggestion = suggested_name(first) if isinstance(first, Path) else ""
        dialog = self._enrol_dialog(what, suggestion, folder=False)

        def enrol() -> None:
            answer = dialog.answer()
            self._jobs.enrol_pictures(pictures, answer.name, answer.consent_by)

        dialog.accepted.connect(enrol)

    def _add_folder(self, folder: Path) -> None:
        what = self.tr("The folder “{folder}”").format(folder=folder.name)
        dialog = self._enrol_dialog(what, suggested_name(folder), folder=True)

        def enrol() -> None:
            answer = dialog.answer()
            if answer.everyone:
                self._jobs.enrol_folder(folder, answer.consent_by)
            elif pictures := picture_files(folder):
                self._jobs.enrol_pictures(pictures, answer.name, answer.consent_by)
            else:
                self._notices.warning(self.tr("Nobody was added; the folder holds no pictures."))

        dialog.accepted.connect(enrol)

    def _enrol_dialog(self, what: str, suggestion: str, *, folder: bool) -> EnrolDialog:
        names = [card.name for card in self._people.people]
        dialog = EnrolDialog(what, suggestion=suggestion, known=names, folder=folder, parent=self._window())
        self._open(dialog)
        return dialog

    def _ask_passphrase(self, dialog: PassphraseDialog, use: object) -> None:
        def given(passphrase: str) -> None:
            dialog.done(QDialog.DialogCode.Accepted)
            if callable(use):
                use(passphrase)

        dialog.given.connect(given)
        self._open(dialog)

    def _save_as(self, title: str, name: str, kinds: str, ending: str) -> Path | None:
        chosen = QFileDialog.getSaveFileName(self._window(), title, name, kinds)[0]
        if not chosen:
            return None
        file = Path(chosen)
        return file if file.suffix else file.with_name(file.name + ending)

    def _open(self, dialog: QDialog) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _window(self) -> QWidget:
        return self._place.window()
