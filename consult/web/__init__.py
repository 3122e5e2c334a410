"""What people see: the only room that speaks Flask. Rooms share `house`, never each other."""
