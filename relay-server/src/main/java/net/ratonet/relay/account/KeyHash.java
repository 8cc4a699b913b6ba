package net.ratonet.relay.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// The SHA-256 of a key, which is what the relay keeps and looks up.
///
/// A plain, fast hash is right here: our keys are 128 random bits or more, so there is nothing to
/// guess that a slow or salted hash would have to protect, and each request pays for it. Finding a
/// hash in a map may take longer for some than for others, but that tells a guesser about hashes,
/// which they cannot steer, and nothing about keys.
public record KeyHash(String hex) {

    private static final int HEX_DIGITS = 64;

    public KeyHash {
        if (hex.length() != HEX_DIGITS) {
            throw new IllegalArgumentException("a key hash has 64 hexadecimal digits");
        }
    }

    public static KeyHash of(String key) {
        return new KeyHash(
                HexFormat.of().formatHex(sha256().digest(key.getBytes(StandardCharsets.UTF_8))));
    }

    /// Whether this is the hash of the key, in a time that does not depend on where they differ.
    public boolean matches(String key) {
        return MessageDigest.isEqual(
                hex.getBytes(StandardCharsets.US_ASCII),
                of(key).hex.getBytes(StandardCharsets.US_ASCII));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java has SHA-256", missing);
        }
    }

    @Override
    public String toString() {
        return "KeyHash[%s…]".formatted(hex.substring(0, 6));
    }
}
