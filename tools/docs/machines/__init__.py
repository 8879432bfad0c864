"""Writes each page of the site again as Markdown, and the lists of these files that language models read (llms.txt)."""
