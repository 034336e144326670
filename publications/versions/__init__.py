"""Replacing the file of a document: its address stays, and so does what stood there before."""
