"""What the documentation tells of the code is taken from the code: `python -m bot.documenting`, or `make docs`."""
