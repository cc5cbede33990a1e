"""Charts as PNG: what is to be drawn (`spec`), asking for it (`artist`), and the drawing in a process of its own.

Whoever serves imports `spec`, `lettering` and `artist` alone; the imaging library is loaded by `python -m bot.charts`.
"""
