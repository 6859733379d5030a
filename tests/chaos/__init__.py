"""Kill, cut, flood: each command prints lines `NAME value goal PASS|FAIL` and fails on a FAIL."""
