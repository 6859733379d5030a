"""Where everybody begins: home, language, help, settings, typed words."""
