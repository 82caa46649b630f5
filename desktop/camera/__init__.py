"""Frames in: cameras, video files and folders of pictures."""
