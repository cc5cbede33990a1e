"""What was asked: a message taken apart into clauses, names found in any spelling, periods, what "it" means."""
