"""Cards: pictures with a title, for the places where a page is shared."""
