"""Replacing the file of a recording: its address stays, and so does what stood there before."""
