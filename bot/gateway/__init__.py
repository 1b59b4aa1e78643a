"""The way of a message between a channel and Rasa: claims, order, joining, stop and safety, turns, the outbox."""
