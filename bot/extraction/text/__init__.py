"""One article as the kinds of facts see it: parse, names, discourse, and who does what."""
