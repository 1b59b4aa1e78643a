"""What every room leans on: settings, the clock, the cipher, logs, the command line."""
