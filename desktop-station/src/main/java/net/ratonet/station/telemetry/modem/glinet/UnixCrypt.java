package net.ratonet.station.telemetry.modem.glinet;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Optional;

/// Password hashes of `crypt(3)`: number 1 (MD5), 5 (SHA-256) and 6 (SHA-512), which such a router
/// keeps its password as. Pure.
final class UnixCrypt {

    private static final String LETTERS =
            "./0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    private static final int MD5_ROUNDS = 1_000;
    private static final int SHA_ROUNDS = 5_000;
    private static final int LONGEST_MD5_SALT = 8;
    private static final int LONGEST_SHA_SALT = 16;

    private UnixCrypt() {}

    /// As `$5$salt$hash`; empty for a number that is not known.
    static Optional<String> hash(int number, String salt, String password) {
        return switch (number) {
            case 1 -> Optional.of(md5(cut(salt, LONGEST_MD5_SALT), password));
            case 5 -> Optional.of(sha("SHA-256", "$5$", cut(salt, LONGEST_SHA_SALT), password));
            case 6 -> Optional.of(sha("SHA-512", "$6$", cut(salt, LONGEST_SHA_SALT), password));
            default -> Optional.empty();
        };
    }

    private static String cut(String salt, int longest) {
        return salt.length() <= longest ? salt : salt.substring(0, longest);
    }

    private static String md5(String saltText, String passwordText) {
        var password = bytes(passwordText);
        var salt = bytes(saltText);
        var start = new ByteArrayOutputStream();
        start.writeBytes(password);
        start.writeBytes(bytes("$1$"));
        start.writeBytes(salt);
        var other = digest("MD5", password, salt, password);
        start.writeBytes(repeated(other, password.length));
        for (var bits = password.length; bits > 0; bits >>= 1) {
            start.write((bits & 1) == 1 ? 0 : password[0]);
        }
        var hash = digest("MD5", start.toByteArray());
        for (var round = 0; round < MD5_ROUNDS; round++) {
            hash = mixed("MD5", round, hash, password, salt);
        }
        var out = new StringBuilder("$1$").append(saltText).append('$');
        for (var index = 0; index < 4; index++) {
            append(out, hash[index], hash[index + 6], hash[index + 12], 4);
        }
        append(out, hash[4], hash[10], hash[5], 4);
        append(out, (byte) 0, (byte) 0, hash[11], 2);
        return out.toString();
    }

    private static String sha(
            String algorithm, String prefix, String saltText, String passwordText) {
        var password = bytes(passwordText);
        var salt = bytes(saltText);
        var other = digest(algorithm, password, salt, password);
        var start = new ByteArrayOutputStream();
        start.writeBytes(password);
        start.writeBytes(salt);
        start.writeBytes(repeated(other, password.length));
        for (var bits = password.length; bits > 0; bits >>= 1) {
            start.writeBytes((bits & 1) == 1 ? other : password);
        }
        var hash = digest(algorithm, start.toByteArray());
        var passwordSequence =
                repeated(digest(algorithm, times(password, password.length)), password.length);
        var saltSequence =
                repeated(digest(algorithm, times(salt, 16 + (hash[0] & 0xFF))), salt.length);
        for (var round = 0; round < SHA_ROUNDS; round++) {
            hash = mixed(algorithm, round, hash, passwordSequence, saltSequence);
        }
        return prefix + saltText + "$" + (hash.length == 32 ? letters256(hash) : letters512(hash));
    }

    private static byte[] mixed(
            String algorithm, int round, byte[] hash, byte[] password, byte[] salt) {
        var isOdd = (round & 1) == 1;
        return digest(
                algorithm,
                isOdd ? password : hash,
                round % 3 == 0 ? new byte[0] : salt,
                round % 7 == 0 ? new byte[0] : password,
                isOdd ? hash : password);
    }

    /// Bytes are taken by threes from three runs, which change places each time.
    private static String letters256(byte[] hash) {
        var out = new StringBuilder();
        var first = 0;
        var second = 10;
        var third = 20;
        for (var group = 0; group < 10; group++) {
            append(out, hash[first], hash[second], hash[third], 4);
            var before = first;
            first = third + 1;
            third = second + 1;
            second = before + 1;
        }
        append(out, (byte) 0, hash[31], hash[30], 3);
        return out.toString();
    }

    private static String letters512(byte[] hash) {
        var out = new StringBuilder();
        var first = 0;
        var second = 21;
        var third = 42;
        for (var group = 0; group < 21; group++) {
            append(out, hash[first], hash[second], hash[third], 4);
            var before = first;
            first = second + 1;
            second = third + 1;
            third = before + 1;
        }
        append(out, (byte) 0, (byte) 0, hash[63], 2);
        return out.toString();
    }

    private static void append(StringBuilder out, byte high, byte middle, byte low, int count) {
        var bits = (high & 0xFF) << 16 | (middle & 0xFF) << 8 | (low & 0xFF);
        for (var index = 0; index < count; index++) {
            out.append(LETTERS.charAt(bits & 0x3F));
            bits >>= 6;
        }
    }

    /// The block over and over, up to this length.
    private static byte[] repeated(byte[] block, int length) {
        var out = new byte[length];
        for (var index = 0; index < length; index++) {
            out[index] = block[index % block.length];
        }
        return out;
    }

    private static byte[] times(byte[] block, int count) {
        return repeated(block.length == 0 ? new byte[1] : block, block.length * count);
    }

    private static byte[] digest(String algorithm, byte[]... parts) {
        try {
            var digest = MessageDigest.getInstance(algorithm);
            Arrays.stream(parts).forEach(digest::update);
            return digest.digest();
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java has " + algorithm, missing);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
