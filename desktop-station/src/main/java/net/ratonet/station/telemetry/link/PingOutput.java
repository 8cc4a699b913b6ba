package net.ratonet.station.telemetry.link;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads the summary that `ping -q` prints, of iputils and of BusyBox.
final class PingOutput {

    private static final Pattern LOSS = Pattern.compile("([0-9.]+)% packet loss");
    private static final Pattern TIMES =
            Pattern.compile("= ([0-9.]+)/([0-9.]+)/([0-9.]+)(?:/([0-9.]+))? ms");

    private PingOutput() {}

    static Optional<LinkQuality> parse(String text) {
        var loss = LOSS.matcher(text);
        if (!loss.find()) {
            return Optional.empty();
        }
        var lossPct = Math.clamp(Double.parseDouble(loss.group(1)), 0, 100);
        var times = TIMES.matcher(text);
        if (lossPct == 100 || !times.find()) {
            return Optional.of(LinkQuality.DEAF);
        }
        return Optional.of(
                new LinkQuality(Double.parseDouble(times.group(2)), jitter(times), lossPct));
    }

    /// BusyBox prints no deviation, so half the spread stands for it.
    private static double jitter(Matcher times) {
        return times.group(4) != null
                ? Double.parseDouble(times.group(4))
                : (Double.parseDouble(times.group(3)) - Double.parseDouble(times.group(1))) / 2;
    }
}
