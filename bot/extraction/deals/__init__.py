"""How rounds, investments and takeovers are told."""
