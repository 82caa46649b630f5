"""The subcommands of `likeness`, one file each group; thin."""
