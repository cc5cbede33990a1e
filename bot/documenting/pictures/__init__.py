"""Real answers as pictures for the README: what Slack and Discord are sent, drawn as SVG by code of our own."""
