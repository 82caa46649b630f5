"""How the program stands on a Linux desktop: its entry in the menu, its command, its icon."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Final

from installer import contents

ENTRY: Final = """[Desktop Entry]
Type=Application
Name=Likeness
GenericName=Face recognition and style
GenericName[zh_CN]=人脸识别与风格
Comment=Recognise people live from one picture, on your own machine
Comment[zh_CN]=用一张照片实时认人，一切都在自己的电脑上
Exec=likeness
Icon=likeness
Terminal=false
Categories=Graphics;Photography;
StartupWMClass=likeness
"""

PLACE: Final = "opt/likeness"
"""Where a package puts the folder."""


def stand(root: Path, folder: Path, icon: Path) -> None:
    """Lay the program out below `root` as below /; files are linked, not copied, where that goes."""
    shutil.copytree(folder, root / PLACE, symlinks=True, copy_function=_link)
    command = root / "usr/bin" / contents.NAME
    command.parent.mkdir(parents=True)
    command.symlink_to(f"/{PLACE}/{contents.NAME}")
    entry = root / "usr/share/applications" / f"{contents.NAME}.desktop"
    entry.parent.mkdir(parents=True)
    entry.write_text(ENTRY, "utf-8")
    picture = root / "usr/share/icons/hicolor/512x512/apps" / f"{contents.NAME}.png"
    picture.parent.mkdir(parents=True)
    shutil.copy(icon, picture)


def _link(source: str, target: str) -> str:
    try:
        Path(target).hardlink_to(source)
    except OSError:  # another disk
        shutil.copy2(source, target)
    return target
