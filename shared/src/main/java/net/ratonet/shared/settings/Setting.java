package net.ratonet.shared.settings;

/// One setting as it is in force, for people who want to see what the program believes.
public record Setting(String name, String value, Origin origin, boolean secret, String meaning) {

    /// The value as it may be shown: a secret only says whether it is there.
    public String shown() {
        return secret && !value.isEmpty() ? "***" : value;
    }

    @Override
    public String toString() {
        return "%s=%s (%s)".formatted(name, shown(), origin.label());
    }
}
