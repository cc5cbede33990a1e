"""The second leg: sentences of the articles, found and weighed, where no typed fact answers."""
