package net.ratonet.relay.account;

/// A streamer's page elsewhere, shown to viewers.
public record SocialLink(String platform, String url) {}
