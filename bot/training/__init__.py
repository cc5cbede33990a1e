"""Training of the small models that ship in `data/models`; run by `make train`, never by the bot."""
