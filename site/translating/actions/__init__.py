"""What changes several rows at once: named arguments, one transaction, no request."""
