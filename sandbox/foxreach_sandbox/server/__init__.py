"""Serves a sandbox over HTTP: the API, the control API and the pages, on a socket or within the process."""
