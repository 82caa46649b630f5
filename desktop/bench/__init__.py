"""What `likeness bench` measures, as ratios in one run."""
