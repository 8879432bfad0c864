"""Reports what calls do: log lines, attempt events and OpenTelemetry spans."""
