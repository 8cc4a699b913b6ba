package net.ratonet.relay.web.http;

/// Who may call a route.
public enum Access {
    /// Anybody.
    PUBLIC,
    /// A streamer: API key in the header or the query, or a panel session.
    STREAMER,
    /// A streamer as above, but not by the key of a station, which has no say over keys.
    OWNER,
    /// The operator: admin token in the header, or an admin session.
    ADMIN
}
