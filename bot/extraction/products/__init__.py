"""How robots, launches, customers and cooperation are told."""
