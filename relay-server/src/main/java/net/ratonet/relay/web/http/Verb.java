package net.ratonet.relay.web.http;

import java.util.Locale;

/// The HTTP methods that routes use.
public enum Verb {
    GET,
    POST,
    PUT,
    DELETE;

    /// Whether a call may change something, and so must not be made by a foreign page.
    public boolean changes() {
        return this != GET;
    }

    public String lowerCase() {
        return name().toLowerCase(Locale.ROOT);
    }
}
