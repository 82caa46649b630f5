"""What goes into the program, and what of its libraries stays out."""

from __future__ import annotations

from fnmatch import fnmatchcase
from pathlib import Path, PurePosixPath
from typing import Final

ROOT: Final = Path(__file__).resolve().parent.parent

NAME: Final = "likeness"
"""The program's file, as the command is called."""

INSIDE: Final = "desktop/resources"
"""Where `desktop.paths.resources` looks for them in the program."""

RESOURCES: Final = ("icons", "styles", "help", "translations", "catalogue.toml", "calibration.json")
"""Of resources/, what the program reads; what a checkout lacks is left out."""

TOLD: Final = ("likeness", "PySide6-Essentials", "torch", "numpy", "opencv-python", "pillow")
"""Packages whose version a crash report tells; it is read from their metadata."""

EXCLUDED: Final = (
    # The developers' tools, and what packages import only where it happens to be there.
    "tkinter", "pytest", "_pytest", "hypothesis", "mypy", "setuptools", "pip", "wheel", "IPython",
    "matplotlib", "pandas", "onnxruntime", "dlib", "tensorboard",
    # Tests and plots of libraries. torch's compiler and its testing stay: it imports parts of both by itself.
    "torch.utils.tensorboard", "torch.utils.benchmark",
    "onnx.reference", "onnx.backend.test", "scipy.datasets",
    "networkx.drawing", "networkx.tests", "pyqtgraph.examples", "pyqtgraph.opengl",
    "PySide6.QtNetwork", "PySide6.QtDBus",
)  # fmt: skip
"""Modules that nothing of ours reaches; the smoke test is the proof."""

_LEFT_OUT: Final = (
    # torch's own tests, compilers' headers and a protobuf compiler: 200 MB. It asks for torch_shm_manager.
    "torch/test/*", "torch/bin/[!t]*", "torch/bin/test_*", "torch/include/*", "torch/share/*",
    "torch/lib/*.a", "torch/lib/*.lib", "onnx/backend/test/*", "onnx/*.proto", "onnx/*.h", "onnx/*.cc",
    "scipy/*/tests/*",
    # Qt inside OpenCV's wheel serves windows of OpenCV's, which are never opened.
    "cv2/qt/*", "opencv_python.libs/plugins/*",
    # Qt: QML, screens without a desktop, and a theme that would bring all of GTK.
    "PySide6/Qt/qml/*", "PySide6/qml/*", "*/plugins/egldeviceintegrations/*", "*/plugins/generic/*",
    "*/plugins/networkinformation/*", "*/plugins/tls/*", "*/plugins/platformthemes/*gtk3*",
    "*/plugins/platforms/*eglfs*", "*/plugins/platforms/*linuxfb*", "*/plugins/platforms/*vnc*",
    "*/plugins/platforms/*vkkhr*", "*/plugins/platforms/*minimalegl*", "*/plugins/imageformats/*qpdf*",
    "*/plugins/platforminputcontexts/*virtualkeyboard*",
    "pyqtgraph/examples/*", "*.pyi", f"{INSIDE}/translations/*.ts", f"{INSIDE}/translations/*.md",
)  # fmt: skip
"""Files that nothing reads at run time, by patterns of their place in the program."""

_QT_WORDS: Final = "*/translations/*.qm"
_LANGUAGES: Final = ("en", "zh_CN")
"""Of Qt's own words, the languages the program speaks."""

_LIBRARIES: Final = ("PySide6/Qt/lib", ".")
"""Folders of libraries that are there because others need them: Qt's, and the system's."""


def resources(root: Path = ROOT) -> list[tuple[str, str]]:
    """The program's own files as PyInstaller takes them: (file or folder, folder in the program)."""
    found = (root / "resources" / name for name in RESOURCES)
    return [
        (str(path), f"{INSIDE}/{path.name}" if path.is_dir() else INSIDE) for path in found if path.exists()
    ]


def wanted(place: str) -> bool:
    """Whether a file goes in, by its place in the program."""
    place = PurePosixPath(place.replace("\\", "/")).as_posix()
    if fnmatchcase(place, _QT_WORDS) and "PySide6" in place:
        return place.endswith(tuple(f"qtbase_{language}.qm" for language in _LANGUAGES))
    return not any(fnmatchcase(place, pattern) for pattern in _LEFT_OUT)


def is_library(place: str) -> bool:
    """Whether it is a library in a folder of those that others need."""
    path = PurePosixPath(place)
    return str(path.parent) in _LIBRARIES and ".so" in path.name and not path.name.startswith("libpython")
