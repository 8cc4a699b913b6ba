package net.ratonet.relay.config;

/// Where bonded streams come in; a port of 0 means any free one.
///
/// @param enabled what the relay tells the field to use; the relay itself always takes bonds
/// @param oldPort the one of older set-ups
/// @param binary kept for old set-ups
public record SrtlaConfig(boolean enabled, int port, int oldPort, String binary) {}
