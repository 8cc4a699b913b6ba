package net.ratonet.relay.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.random.RandomGenerator;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// Encrypts what lies in the database but belongs to somebody: AES-256-GCM with a random nonce,
/// written as `v1:` and Base64. Each text is bound to its place, such as a column of a row, so that
/// somebody who can write to the file cannot move a secret to where they may read it. Any thread
/// may call.
final class SecretBox {

    static final int KEY_BYTES = 32;

    private static final String VERSION = "v1:";
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecretKey key;
    private final RandomGenerator random;

    SecretBox(byte[] key, RandomGenerator random) {
        if (key.length != KEY_BYTES) {
            throw new IllegalArgumentException("a key has 32 bytes");
        }
        this.key = new SecretKeySpec(key, "AES");
        this.random = random;
    }

    String seal(String plain, String place) {
        var nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            var sealed = cipher(Cipher.ENCRYPT_MODE, nonce, place).doFinal(plain.getBytes(UTF_8));
            var whole = ByteBuffer.allocate(nonce.length + sealed.length).put(nonce).put(sealed);
            return VERSION + Base64.getEncoder().withoutPadding().encodeToString(whole.array());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has AES-GCM", impossible);
        }
    }

    String open(String sealed, String place) throws IOException {
        try {
            var whole = ByteBuffer.wrap(Base64.getDecoder().decode(body(sealed)));
            var nonce = new byte[NONCE_BYTES];
            whole.get(nonce);
            var cipher = cipher(Cipher.DECRYPT_MODE, nonce, place);
            return new String(cipher.doFinal(whole.array(), NONCE_BYTES, whole.remaining()), UTF_8);
        } catch (GeneralSecurityException | RuntimeException wrong) {
            throw new IOException(
                    "The secret at %s cannot be decrypted: it was changed, or sealed with another key."
                            .formatted(place),
                    wrong);
        }
    }

    private static String body(String sealed) {
        if (!sealed.startsWith(VERSION)) {
            throw new IllegalArgumentException("unknown version");
        }
        return sealed.substring(VERSION.length());
    }

    private Cipher cipher(int mode, byte[] nonce, String place) throws GeneralSecurityException {
        var cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(place.getBytes(UTF_8));
        return cipher;
    }
}
