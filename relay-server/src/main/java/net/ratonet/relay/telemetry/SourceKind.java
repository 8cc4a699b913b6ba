package net.ratonet.relay.telemetry;

import java.util.Locale;

/// What kind of program reports for a streamer.
public enum SourceKind {
    /// The field program on the streamer's computer, over a socket.
    AGENT,
    /// The phone tracker, over a socket.
    PHONE,
    /// Whatever sends the stream itself.
    ENCODER,
    /// Single requests; such a source has no connection and lives by its reports alone.
    HTTP;

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
