package net.ratonet.station.config;

import java.util.Optional;
import java.util.regex.Pattern;
import net.ratonet.shared.telemetry.Bitrate;

/// Reads a data rate as FFmpeg writes it: `4000k`, `4M`, `2.5M`, or plain bits per second.
public final class BitrateText {

    private static final Pattern SHAPE = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,3})?)([kKmM]?)");

    private BitrateText() {}

    public static Optional<Bitrate> parse(String text) {
        var match = SHAPE.matcher(text);
        if (!match.matches()) {
            return Optional.empty();
        }
        var bits = Double.parseDouble(match.group(1)) * factor(match.group(2));
        return Optional.of(new Bitrate(Math.round(bits)));
    }

    private static double factor(String suffix) {
        return switch (suffix) {
            case "k", "K" -> 1e3;
            case "m", "M" -> 1e6;
            default -> 1;
        };
    }
}
