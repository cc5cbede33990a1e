"""Plain questions in other languages, in the English that the rules read; a file for each language."""
