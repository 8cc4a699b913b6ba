package net.ratonet.station.config;

import java.util.Optional;
import java.util.regex.Pattern;

/// How much a link may carry in a month, written like `wwan0:50G:15`: 50 gigabytes from each 15th.
public record DataPlan(String link, long capBytes, int resetDay) {

    public static final String ALLOWED =
            "link:amount or link:amount:day, amounts in M or G bytes, like wwan0:50G:15";

    private static final Pattern SHAPE =
            Pattern.compile("([^:]+):(\\d{1,6})([MG])(?::([1-9]|[12]\\d|3[01]))?");

    static Optional<DataPlan> parse(String text) {
        var match = SHAPE.matcher(text);
        if (!match.matches()) {
            return Optional.empty();
        }
        var unit = match.group(3).equals("G") ? 1_000_000_000L : 1_000_000L;
        var day = match.group(4) == null ? 1 : Integer.parseInt(match.group(4));
        return Optional.of(
                new DataPlan(match.group(1), Long.parseLong(match.group(2)) * unit, day));
    }
}
