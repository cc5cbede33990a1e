"""How posts, careers and foundings are told."""
