package net.ratonet.station.telemetry.modem.hilink;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/// The answer to a stick's challenge: SCRAM with SHA-256, but for two things that these sticks do
/// the other way round: in both HMACs the fixed text or the nonces are the key, and the password is
/// what is signed. Pure.
final class ScramProof {

    private static final int KEY_BITS = 256;
    private static final String HMAC = "HmacSHA256";

    private ScramProof() {}

    /// Sent in the challenge's answer as `clientproof`.
    ///
    /// @param salt in hexadecimal digits, as the stick writes it
    static String of(
            String password, String salt, int iterations, String clientNonce, String serverNonce) {
        try {
            var clientKey = hmac(bytes("Client Key"), salted(password, salt, iterations));
            var storedKey = MessageDigest.getInstance("SHA-256").digest(clientKey);
            var nonces = bytes("%s,%s,%s".formatted(clientNonce, serverNonce, serverNonce));
            var signature = hmac(nonces, storedKey);
            var proof = new byte[clientKey.length];
            for (var index = 0; index < proof.length; index++) {
                proof[index] = (byte) (clientKey[index] ^ signature[index]);
            }
            return HexFormat.of().formatHex(proof);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every Java has SHA-256 and PBKDF2", missing);
        }
    }

    private static byte[] salted(String password, String salt, int iterations)
            throws GeneralSecurityException {
        var spec =
                new PBEKeySpec(
                        password.toCharArray(),
                        HexFormat.of().parseHex(salt),
                        iterations,
                        KEY_BITS);
        return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                .generateSecret(spec)
                .getEncoded();
    }

    private static byte[] hmac(byte[] key, byte[] message) throws GeneralSecurityException {
        var mac = Mac.getInstance(HMAC);
        mac.init(new SecretKeySpec(key, HMAC));
        return mac.doFinal(message);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
