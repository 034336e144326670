"""Care for the people in pictures: ended consents, and withdrawing a picture everywhere."""
