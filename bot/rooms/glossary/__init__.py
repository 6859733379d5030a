"""The glossary: words of the field, in plain words."""
