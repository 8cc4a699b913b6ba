package net.ratonet.relay.ingest.srt.wire;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/// Key material as callers make it.
public final class KeyMaterials {

    private KeyMaterials() {}

    /// Locks keys with a passphrase.
    ///
    /// @param parity 1 for an even key, 2 for an odd one, 3 for both
    public static byte[] message(String passphrase, int parity, byte[] salt, byte[] keys) {
        var length = keys.length / Integer.bitCount(parity);
        try {
            var derived =
                    SecretKeyFactory.getInstance("PBKDF2WithHmacSHA1")
                            .generateSecret(
                                    new PBEKeySpec(
                                            passphrase.toCharArray(),
                                            Arrays.copyOfRange(salt, 8, 16),
                                            2_048,
                                            8 * length))
                            .getEncoded();
            var wrapping = Cipher.getInstance("AESWrap");
            wrapping.init(Cipher.WRAP_MODE, new SecretKeySpec(derived, "AES"));
            var wrapped = wrapping.wrap(new SecretKeySpec(keys, "AES"));
            return ByteBuffer.allocate(32 + wrapped.length)
                    .putInt(0x1220_2900 | parity)
                    .putInt(0)
                    .putInt(0x0200_0200)
                    .putInt((4 << 8) | (length / 4))
                    .put(salt)
                    .put(wrapped)
                    .array();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
