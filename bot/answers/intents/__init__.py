"""Rules that read a clause as typed queries; one file a field of questions."""
