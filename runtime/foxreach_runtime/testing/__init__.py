"""What `foxreach_client.testing` is made of; nothing of it is loaded by the client itself."""
