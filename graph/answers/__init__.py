"""Answers to the questions, from whatever statements a store can run."""
