"""Sound and film without the place, the people and the devices that their files tell of."""
