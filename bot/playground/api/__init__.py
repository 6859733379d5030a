"""The Bot API: one module reads a call, the others each do what a group of methods promises."""
