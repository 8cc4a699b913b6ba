package net.ratonet.station.telemetry.modem.hilink;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/// The password of a simulated stick, and how it looks at those who give one: by challenge, as
/// newer firmware does, or by a hash of `password_type` 4. Locks itself after three wrong ones.
final class StickLock {

    private static final int MOST_WRONG = 3;
    private static final String SALT =
            "b7a1c0ffee00112233445566778899aabbccddeeff0011223344556677889900";
    private static final int ITERATIONS = 100;

    private final String password;
    private final boolean byChallenge;
    private String clientNonce = "";
    private int wrong;
    private int tries;
    private boolean open;

    StickLock(String password, boolean byChallenge) {
        this.password = password;
        this.byChallenge = byChallenge;
    }

    synchronized boolean isOpen() {
        return open;
    }

    /// As after a new session.
    synchronized void shut() {
        open = false;
    }

    synchronized int tries() {
        return tries;
    }

    synchronized int wrong() {
        return wrong;
    }

    synchronized void lock() {
        wrong = MOST_WRONG;
    }

    synchronized Map<String, String> state() {
        return Map.of(
                "State", open ? "0" : "-1",
                "password_type", "4",
                "extern_password_type", byChallenge ? "1" : "0",
                "lockstatus", wrong >= MOST_WRONG ? "1" : "0",
                "remainwaittime", wrong >= MOST_WRONG ? "5" : "0");
    }

    synchronized Map<String, String> challenge(String body) {
        clientNonce = value(body, "firstnonce");
        return Map.of(
                "salt",
                SALT,
                "iterations",
                Integer.toString(ITERATIONS),
                "servernonce",
                serverNonce(),
                "modeselected",
                "1");
    }

    /// The code of the error that a login is answered with, or 0.
    ///
    /// @param token what the request showed
    synchronized int login(String path, String body, String token) {
        tries++;
        if (wrong >= MOST_WRONG) {
            return 108_007;
        }
        if (byChallenge != path.endsWith("authentication_login")) {
            return 100_002;
        }
        var right =
                byChallenge
                        ? isProved(value(body, "clientproof"), value(body, "finalnonce"))
                        : value(body, "Password")
                                .equals(HashedPassword.of("admin", password, token));
        if (!right) {
            wrong++;
            return 108_006;
        }
        open = true;
        return 0;
    }

    private String serverNonce() {
        return clientNonce + "Qx7LrZ2vKp9TbN4mWc1Yd8Hs5Jf0Ga3E";
    }

    /// As the other side of SCRAM checks it: the proof gives back the client's key, of which only
    /// the hash is known here.
    private boolean isProved(String proof, String finalNonce) {
        if (!finalNonce.equals(serverNonce())) {
            return false;
        }
        var storedKey = sha256(hmac(bytes("Client Key"), salted()));
        var nonces = "%s,%s,%s".formatted(clientNonce, finalNonce, finalNonce);
        var signature = hmac(bytes(nonces), storedKey);
        var clientKey = HexFormat.of().parseHex(proof);
        for (var index = 0; index < clientKey.length; index++) {
            clientKey[index] ^= signature[index];
        }
        return Arrays.equals(sha256(clientKey), storedKey);
    }

    private byte[] salted() {
        try {
            var spec =
                    new PBEKeySpec(
                            password.toCharArray(), HexFormat.of().parseHex(SALT), ITERATIONS, 256);
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(spec)
                    .getEncoded();
        } catch (GeneralSecurityException missing) {
            throw new AssertionError(missing);
        }
    }

    private static byte[] hmac(byte[] key, byte[] message) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(message);
        } catch (GeneralSecurityException missing) {
            throw new AssertionError(missing);
        }
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException missing) {
            throw new AssertionError(missing);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String value(String body, String name) {
        var from = body.indexOf("<" + name + ">") + name.length() + 2;
        var to = body.indexOf("</" + name + ">");
        return to < from ? "" : body.substring(from, to);
    }
}
