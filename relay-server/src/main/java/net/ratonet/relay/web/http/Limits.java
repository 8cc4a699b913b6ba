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

    public static final Limits DEFAULT = new Limits(100, 30, 12_000, 20_000);

    /// For load tests, which come from one address.
    public static final Limits NONE = new Limits(0, 0, 100_000, 100_000);

    /// The usual limits with another rate; 0 takes them all away.
    public static Limits of(int requestsPerSecond) {
        return requestsPerSecond == 0
                ? NONE
                : new Limits(
                        requestsPerSecond,
                        DEFAULT.registrationsPerMinute,
                        DEFAULT.mostDashboards,
                        DEFAULT.mostConnections);
    }

    /// Room for a page that loads many files at once, or a phone that was off-line.
    double burst() {
        return 4 * requestsPerSecond;
    }
}
