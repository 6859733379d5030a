"""Parent, child and counselor, as each of them sees it."""
