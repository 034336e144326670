"""What happened to a text since it was published, for its readers."""
