"""The commands that say something of sdkwright itself."""
