"""Header arguments of a call and idempotency keys, checked and written before anything is sent."""
