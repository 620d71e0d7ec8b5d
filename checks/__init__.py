"""What is wrong with a draft: its citations, its chain, its tasks, its layout; and the reports."""
