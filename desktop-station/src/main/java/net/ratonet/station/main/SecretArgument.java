package net.ratonet.station.main;

import java.util.regex.Pattern;

/// Addresses that a person gives to a word or an option. Other users of the machine can read a
/// command line, so what may hold a login or a key is taken another way.
final class SecretArgument {

    /// Stands for "on standard input".
    static final String ELSEWHERE = "-";

    /// A login, or parameters such as a passphrase; in RTMP the path is the key.
    private static final Pattern SECRET = Pattern.compile("(?i).*://.*[@?].*|rtmps?://.*");

    private SecretArgument() {}

    static boolean isIn(String text) {
        return SECRET.matcher(text).matches();
    }

    static String refusal() {
        return "This address may hold a login or a key, and other users can read a command line."
                + " Write - and give the address on standard input.";
    }

    /// @param option as a person typed it
    /// @param setting what to use instead
    static String refusal(String option, String setting) {
        return ("%s: this address may hold a login or a key, and other users can read a command"
                        + " line. Set %s in the environment or in .env instead.")
                .formatted(option, setting);
    }
}
