"""Everything about httpx2: making clients, sending one attempt, and knowing how far it got."""
