package net.ratonet.station.config;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// The passwords of modems and routers, by the link that each is behind. A link that is not named
/// has none, so that no password ever goes to the router of a café.
public final class ModemLogins {

    public static final ModemLogins NONE = new ModemLogins(Map.of());

    static final String ALLOWED =
            "LINK=PASSWORD, several parted by blanks (%20 for a blank in one)";

    private static final int LONGEST = 256;

    private final Map<String, String> passwords;

    private ModemLogins(Map<String, String> passwords) {
        this.passwords = Map.copyOf(passwords);
    }

    /// Empty when it is no such list.
    public static Optional<ModemLogins> parse(String text) {
        var passwords = new HashMap<String, String>();
        for (var part : text.isBlank() ? new String[0] : text.strip().split("\\s+")) {
            var sign = part.indexOf('=');
            if (sign < 1 || sign == part.length() - 1 || part.length() > LONGEST) {
                return Optional.empty();
            }
            passwords.put(part.substring(0, sign), decoded(part.substring(sign + 1)));
        }
        return Optional.of(new ModemLogins(passwords));
    }

    /// The password of what is behind this link.
    public Optional<String> password(String link) {
        return Optional.ofNullable(passwords.get(link));
    }

    private static String decoded(String text) {
        return text.replace("%20", " ").replace("%25", "%");
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ModemLogins logins && passwords.equals(logins.passwords);
    }

    @Override
    public int hashCode() {
        return passwords.hashCode();
    }

    /// Names the links only.
    @Override
    public String toString() {
        return "ModemLogins" + passwords.keySet();
    }
}
