package net.ratonet.shared.telemetry;

import java.util.regex.Pattern;

/// Names one streamer everywhere: in the database, on the wire, in URLs.
public record StreamerId(String value) {

    /// Wide enough for the UUIDs that relays give out and the short names that old set-ups chose.
    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    public StreamerId {
        if (!isValid(value)) {
            throw new IllegalArgumentException(
                    "streamer_id must have 1 to 64 letters, digits, dots, dashes or underscores");
        }
    }

    public static boolean isValid(String text) {
        return SHAPE.matcher(text).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
