package net.ratonet.relay.scene;

/// The director's only wish: another scene on program, provided that the expected one still is.
public record SceneOrder(String from, String to) {}
