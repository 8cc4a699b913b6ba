package net.ratonet.relay.telemetry.history;

import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/// Names one session; 16 hexadecimal digits in URLs.
public record SessionId(long value) {

    private static final Pattern SHAPE = Pattern.compile("[0-9a-f]{16}");

    /// Empty when the text names no session.
    public static Optional<SessionId> parse(String text) {
        return SHAPE.matcher(text).matches()
                ? Optional.of(new SessionId(HexFormat.fromHexDigitsToLong(text)))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return HexFormat.of().toHexDigits(value);
    }
}
