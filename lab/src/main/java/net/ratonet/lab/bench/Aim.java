package net.ratonet.lab.bench;

import java.util.Locale;

/// What a measurement should come to, and whether it did.
///
/// @param decimals that are worth showing
public record Aim(double limit, boolean atMost, String unit, int decimals) {

    public static Aim atMost(double limit, String unit, int decimals) {
        return new Aim(limit, true, unit, decimals);
    }

    public static Aim atLeast(double limit, String unit, int decimals) {
        return new Aim(limit, false, unit, decimals);
    }

    public boolean isMet(double value) {
        return atMost ? value <= limit : value >= limit;
    }

    /// `4.2 % of a core`
    public String measured(double value) {
        return number(value) + " " + unit;
    }

    /// `<= 5.0 % of a core: met`
    public String verdict(double value) {
        return "%s %s %s: %s"
                .formatted(
                        atMost ? "<=" : ">=", number(limit), unit, isMet(value) ? "met" : "missed");
    }

    private String number(double value) {
        return String.format(Locale.ROOT, "%." + decimals + "f", value);
    }
}
