"""What is computed: torch modules and nothing else."""
