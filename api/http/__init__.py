"""What stands around the resources and the pages: who is let in, errors, pages, caps, loads."""
