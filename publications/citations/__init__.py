"""Citations ready to copy, in the styles that people are asked for."""
