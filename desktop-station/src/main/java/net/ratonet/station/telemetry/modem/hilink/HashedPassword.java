package net.ratonet.station.telemetry.modem.hilink;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;

/// A password as sticks of `password_type` 4 want it: hashed together with the user's name and the
/// token of this one request. Pure.
final class HashedPassword {

    private HashedPassword() {}

    static String of(String user, String password, String token) {
        return hash(user + hash(password) + token);
    }

    /// The hash's hexadecimal digits, in Base64.
    private static String hash(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
            var digits = HexFormat.of().formatHex(digest);
            return Base64.getEncoder().encodeToString(digits.getBytes(UTF_8));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java has SHA-256", missing);
        }
    }
}
