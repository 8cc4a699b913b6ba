package net.ratonet.shared.settings;

import java.util.regex.Pattern;

/// One setting as it is in force, for people who want to see what the program believes.
public record Setting(String name, String value, Origin origin, boolean secret, String meaning) {

    private static final Pattern PASSWORD_IN_URL = Pattern.compile("://[^/?#@]*@");

    /// The value as it may be shown: a secret only says whether it is there.
    public String shown() {
        return shown(value);
    }

    /// What a person wrote for this setting, as it may be shown.
    String shown(String written) {
        return secret && !written.isEmpty()
                ? "***"
                : PASSWORD_IN_URL.matcher(written).replaceAll("://***@");
    }

    @Override
    public String toString() {
        return "%s=%s (%s)".formatted(name, shown(), origin.label());
    }
}
