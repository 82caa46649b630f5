"""Paints the pictures of styles that ship with Likeness.

Run by resources/make_styles.py, never by the program.
"""
