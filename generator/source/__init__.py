"""The document as it is written: its data, with the line and column of every node."""
