"""Implements operations made of several calls: an upsert, and an import that resumes after a crash."""
