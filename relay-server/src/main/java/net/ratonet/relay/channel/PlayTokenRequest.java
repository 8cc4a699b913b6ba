package net.ratonet.relay.channel;

/// What a streamer wants a new play token to be.
public record PlayTokenRequest(String label, boolean slate) {}
