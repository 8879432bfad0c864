"""What a caller sees of the difference between two releases, and the version it demands. Shapes no generated file."""
