"""Programmes, mechanisms and championships."""
