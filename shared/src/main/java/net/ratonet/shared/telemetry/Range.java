package net.ratonet.shared.telemetry;

/// Checks that a record's numbers mean something, naming the one that does not.
final class Range {

    private Range() {}

    static void check(String name, double value, double lowest, double highest) {
        if (!(value >= lowest && value <= highest)) {
            throw new IllegalArgumentException(
                    "%s must be between %s and %s, not %s".formatted(name, lowest, highest, value));
        }
    }

    static void check(String name, long value, long lowest, long highest) {
        if (value < lowest || value > highest) {
            throw new IllegalArgumentException(
                    "%s must be between %s and %s, not %s".formatted(name, lowest, highest, value));
        }
    }

    static void checkNotNegative(String name, double value) {
        if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "%s must not be negative or endless, not %s".formatted(name, value));
        }
    }

    static void checkNotNegative(String name, long value) {
        if (value < 0) {
            throw new IllegalArgumentException(
                    "%s must not be negative, not %s".formatted(name, value));
        }
    }

    static void checkFinite(String name, double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(
                    "%s must be a finite number, not %s".formatted(name, value));
        }
    }
}
