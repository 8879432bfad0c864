"""What the sessions of noxfile.py do, where it takes more than a few lines."""
