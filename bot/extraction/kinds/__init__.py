"""One kind of fact, one file: its slots, the words that tell it, how it is read, and its own table of examples."""
