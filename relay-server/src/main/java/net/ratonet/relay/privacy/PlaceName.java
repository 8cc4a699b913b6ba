package net.ratonet.relay.privacy;

/// A place in words, and only its town and state for those who share no more than that.
public record PlaceName(String full, String town) {

    public static final PlaceName UNKNOWN = new PlaceName("", "");
}
