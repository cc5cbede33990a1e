"""Whether what was found holds the kind of thing that is asked for, told of those and of the time that are meant."""
