"""What runs on the lanes: generators over the core, without Qt."""
