"""The same in one and three dimensions: sound and film."""
