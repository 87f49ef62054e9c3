"""What a built site needs before it is published, and a server that sends it as a host will."""
