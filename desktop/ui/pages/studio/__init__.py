"""The Studio page: drop a photo and a painting, and watch the picture develop."""
