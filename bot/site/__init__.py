"""The facts as a folder of web pages: made from the store alone, readable without a server, a script or a network."""
