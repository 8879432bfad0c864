"""The handwritten layer of foxreach-client: how a call behaves. Knows HTTP, knows no endpoint, imports nothing here."""
