"""What can go wrong with the enrolled at rest, each with its sentence."""

from __future__ import annotations

from desktop.errors import LikenessError


class PassphraseNeeded(LikenessError):
    """The enrolled are locked with a passphrase, and none was given."""

    sentence = "The enrolled people are locked with a passphrase; give it, or set LIKENESS_PASSPHRASE."
    new = False  # whether one is to be chosen


class NewPassphraseNeeded(PassphraseNeeded):
    """Nobody is enrolled yet, and no key store can lock the first one in."""

    sentence = (
        "This machine has no key store to lock the enrolled people with; choose a passphrase, "
        "or set LIKENESS_PASSPHRASE."
    )
    new = True


class WrongPassphrase(LikenessError):
    """A passphrase that does not open the enrolled."""

    sentence = "The passphrase does not open the enrolled people; try again. Nothing was changed."


class KeyStoreRefused(LikenessError):
    """The system's key store is there but did not serve."""

    sentence = "The system's key store did not answer; unlock it and try again. Nothing was changed."


class KeyStoreAbsent(LikenessError):
    """The enrolled are locked with the key store of another machine or session."""

    sentence = (
        "“{path}” is locked with a key in the system's key store, which can't be reached here; "
        "open it in the desktop session that made it."
    )


class KeyMissing(LikenessError):
    """The key store no longer has the key."""

    sentence = (
        "The system's key store no longer has the key of “{path}”; bring the key back, "
        "or move the file away to start anew."
    )


class PeopleBusy(LikenessError):
    """Another process holds the database for longer than one waits."""

    sentence = (
        "Another program is writing to “{path}”; close it or try again in a moment. Nothing was changed."
    )


class PeopleDamaged(LikenessError):
    """A database that can't be read, or holds entries that were changed from outside."""

    sentence = (
        "“{path}” is damaged or was changed from outside; put a copy of it back, "
        "or move it away and import an export. Nothing was changed."
    )


class PeopleReadOnly(LikenessError):
    """A database that can be read but not written."""

    sentence = (
        "“{path}” can't be written; change the permissions of the file and its folder, "
        "or choose another home."
    )


class PeopleUnreachable(LikenessError):
    """A disk that reports errors while the database is read or written."""

    sentence = (
        "The disk that holds “{path}” reports an error; check the disk and try again. Nothing was changed."
    )


class PeopleTooNew(LikenessError):
    """A database that a later version of the program wrote."""

    sentence = (
        "“{path}” was written by a newer Likeness (schema {found}, this one knows {known}); "
        "install the newer one."
    )


class NameEmpty(LikenessError):
    """A name without a visible character."""

    sentence = "A person needs a name; type at least one letter."


class NameTooLong(LikenessError):
    """A name of more characters than are shown or kept."""

    sentence = "The name has {length} characters; shorten it to {limit} at most."


class NameUnprintable(LikenessError):
    """A name with control characters."""

    sentence = (
        "The name has characters that can't be shown; type it without line breaks and control characters."
    )


class NameTaken(LikenessError):
    """A name that somebody else has."""

    sentence = "“{name}” is the name of another person; choose another name or merge the two."


class UnknownPerson(LikenessError):
    """A name or id that nobody has."""

    sentence = "Nobody called “{name}” is enrolled; `likeness people list` and the page People show who is."


class PersonGone(LikenessError):
    """A person who was erased or merged in the meantime."""

    sentence = "This person is no longer enrolled; look at the list of people again."


class UnknownTemplate(LikenessError):
    """A picture of a person that is no longer there."""

    sentence = "The picture is no longer there; look at the person's pictures again."


class SamePerson(LikenessError):
    """Merging a person with themselves."""

    sentence = "“{name}” can't be merged with the same person; choose two different people."


class LastTemplate(LikenessError):
    """Removing the only picture of a person."""

    sentence = "This is the only picture of “{name}”; add another one first, or erase the person."


class NothingToEnrol(LikenessError):
    """An enrolment without a usable picture."""

    sentence = "No picture to enrol was found in “{source}”; choose pictures that show a face."


class NothingToUndo(LikenessError):
    """A change that can't be taken back any more."""

    sentence = "This change can't be taken back any more, because the people have changed since."


class NotAnExport(LikenessError):
    """A file that `people export` did not write."""

    sentence = (
        "“{file}” is not a file that Likeness exported; choose one that `likeness people export` wrote."
    )


class ExportTooNew(LikenessError):
    """An export of a later version of the program."""

    sentence = "“{file}” was exported by a newer Likeness; install the newer one to import it."


class ExportDamaged(LikenessError):
    """An export that was cut off or changed."""

    sentence = "“{file}” is cut off or was changed; get a whole copy of it. Nobody was imported."


class ExportLocked(LikenessError):
    """A passphrase that does not open an export. A header that was changed looks the same."""

    sentence = "The passphrase does not open “{file}”; try the one it was exported with. Nobody was imported."


class NobodyToExport(LikenessError):
    """An export before the first enrolment."""

    sentence = "Nobody is enrolled yet, so there is nothing to export; enrol somebody first."


class ExportOverPeople(LikenessError):
    """An export onto the database itself."""

    sentence = "“{file}” holds the enrolled people themselves; choose another file to export to."


class ReadableNeedsPerson(LikenessError):
    """A readable export of everybody at once."""

    sentence = "Readable data is handed over for one person at a time; add --person NAME."


class ExportPassphraseNeeded(LikenessError):
    """No passphrase to lock or open an exported file with."""

    sentence = (
        "An exported file is locked with a passphrase; set LIKENESS_PASSPHRASE, or run this in a terminal."
    )
