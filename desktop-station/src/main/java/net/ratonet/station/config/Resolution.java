package net.ratonet.station.config;

import java.util.Optional;
import java.util.regex.Pattern;

/// The size of a picture in pixels; even in both directions, as H.264 wants it.
public record Resolution(int width, int height) {

    private static final int SMALLEST = 64;
    private static final int LARGEST = 7_680;
    private static final Pattern SHAPE = Pattern.compile("(\\d{2,4})x(\\d{2,4})");

    public Resolution {
        if (!isUsable(width) || !isUsable(height)) {
            throw new IllegalArgumentException("no usable size: " + width + "x" + height);
        }
    }

    /// Reads `1280x720`.
    public static Optional<Resolution> parse(String text) {
        var match = SHAPE.matcher(text);
        if (!match.matches()) {
            return Optional.empty();
        }
        var width = Integer.parseInt(match.group(1));
        var height = Integer.parseInt(match.group(2));
        return isUsable(width) && isUsable(height)
                ? Optional.of(new Resolution(width, height))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return width + "x" + height;
    }

    private static boolean isUsable(int side) {
        return side >= SMALLEST && side <= LARGEST && side % 2 == 0;
    }
}
