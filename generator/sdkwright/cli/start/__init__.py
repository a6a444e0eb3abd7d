"""What `sdkwright init` writes for a new project."""
