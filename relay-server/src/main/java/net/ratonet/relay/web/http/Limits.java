package net.ratonet.relay.web.http;

/// How much one caller may ask for. Old agents post once a second and old overlays poll every 1.5
/// seconds, several at a time from one address: these limits stop floods, not users.
///
/// @param requestsPerSecond per network and per key; 0 means no limit
/// @param registrationsPerMinute per network; 0 means no limit
/// @param mostDashboards dashboards at the same time, all together
/// @param mostConnections open TCP connections, all together
public record Limits(
        double requestsPerSecond,
        double registrationsPerMinute,
        int mostDashboards,
        int mostConnections) {

    private static final int REGISTRATIONS_PER_MINUTE = 30;
    private static final int MOST_DASHBOARDS = 12_000;
    private static final int MOST_CONNECTIONS = 20_000;

    /// The limits of a relay, of which the operator sets one; no limit on requests, as for load
    /// tests, which come from one address, is none on registrations either.
    public static Limits of(int requestsPerSecond) {
        return new Limits(
                requestsPerSecond,
                requestsPerSecond == 0 ? 0 : REGISTRATIONS_PER_MINUTE,
                MOST_DASHBOARDS,
                MOST_CONNECTIONS);
    }

    /// Room for a page that loads many files at once, or a phone that was off-line.
    double burst() {
        return 4 * requestsPerSecond;
    }
}
