"""Reading uploaded documents: what they are, what they say, whom they name."""
