"""What answers look like, for the description of the API: what they hold is made elsewhere."""
