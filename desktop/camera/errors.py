"""What can go wrong with a source of frames."""

from __future__ import annotations

from desktop.errors import LikenessError


class NoCamera(LikenessError):
    """No camera is connected."""

    sentence = "No camera was found; plug one in, or open a video or a folder of pictures instead."


class UnknownSource(LikenessError):
    """A name that is neither a camera nor a path."""

    sentence = "“{source}” is no camera, video or folder; cameras found: {cameras}."


class CameraUnavailable(LikenessError):
    """A camera that does not open: another program has it, or its use is not allowed."""

    sentence = "The camera “{camera}” can't be opened; close other programs that use it and allow its use."


class CameraLost(LikenessError):
    """A camera that stopped giving frames."""

    sentence = "The camera “{camera}” stopped; plug it in again and Likeness goes on by itself."


class UnreadableVideo(LikenessError):
    """A file that is no video or can't be decoded."""

    sentence = "“{video}” can't be read as a video; choose an MP4, MOV, MKV, AVI or WebM file that plays."


class VideoCutOff(LikenessError):
    """A video that ends before its own header says; raised after the last frame that could be read."""

    sentence = "“{video}” breaks off after frame {read} of {total}; the frames before that were used."


class EmptyFolder(LikenessError):
    """A folder without pictures."""

    sentence = "The folder “{folder}” holds no pictures; choose one with JPEG, PNG, WebP, BMP or TIFF files."


class PicturesSkipped(LikenessError):
    """Some pictures of a folder can't be read; raised after the last one that could."""

    sentence = "{count} pictures of “{folder}” can't be read and were left out, the first is “{first}”."


class NoVideoWriter(LikenessError):
    """OpenCV without any coder for the file that was asked for."""

    sentence = "“{video}” can't be recorded here; choose a file name that ends in .avi."
