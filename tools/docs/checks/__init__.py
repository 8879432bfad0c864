"""Finds what pages say wrongly: links that lead nowhere, and names of code, commands and files that nothing has."""
