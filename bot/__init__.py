"""The career guide: a bot that tells of working professions, colleges and employers."""
