package net.ratonet.station.telemetry.advisor;

import java.util.Optional;
import java.util.regex.Pattern;

/// The network of an IPv4 address with its prefix length.
final class Subnet {

    private static final Pattern ADDRESS =
            Pattern.compile("(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})/(\\d{1,2})");

    /// A network of one host is shared with nobody.
    private static final int LONGEST = 30;

    private Subnet() {}

    /// `192.168.8.100/24` is in `192.168.8.0/24`.
    static Optional<String> of(String address) {
        var parts = ADDRESS.matcher(address);
        if (!parts.matches()) {
            return Optional.empty();
        }
        var prefix = Integer.parseInt(parts.group(5));
        if (prefix < 1 || prefix > LONGEST) {
            return Optional.empty();
        }
        var bits = 0L;
        for (var group = 1; group <= 4; group++) {
            bits = (bits << 8) | Integer.parseInt(parts.group(group));
        }
        var network = (bits >> (32 - prefix)) << (32 - prefix);
        return Optional.of(
                "%d.%d.%d.%d/%d"
                        .formatted(
                                (network >> 24) & 255,
                                (network >> 16) & 255,
                                (network >> 8) & 255,
                                network & 255,
                                prefix));
    }
}
