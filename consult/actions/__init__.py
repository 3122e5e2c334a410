"""What people do: one function per deed = one transaction = one audit row."""
