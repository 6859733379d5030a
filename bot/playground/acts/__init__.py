"""What people do with their telephones; each act is one function, and returns what it brought."""
