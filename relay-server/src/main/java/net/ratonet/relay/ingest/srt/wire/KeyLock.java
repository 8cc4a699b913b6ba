package net.ratonet.relay.ingest.srt.wire;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/// Opens key material with a passphrase. For one thread.
public final class KeyLock {

    private static final int ROUNDS = 2_048;
    private static final int SALT_USED = 8;

    private final char[] passphrase;

    /// Deriving a key takes a few milliseconds, and a caller keeps its salt when it changes keys.
    private byte[] saltOfLast = {};

    private @Nullable SecretKey last;

    public KeyLock(String passphrase) {
        this.passphrase = passphrase.toCharArray();
    }

    /// Empty when the passphrase is another one.
    public Optional<PayloadKeys> open(KeyMaterial material) {
        try {
            var unwrapping = Cipher.getInstance("AESWrap");
            unwrapping.init(Cipher.UNWRAP_MODE, keyFor(material));
            var keys = unwrapping.unwrap(material.wrappedKeys(), "AES", Cipher.SECRET_KEY);
            return Optional.of(new PayloadKeys(material, keys.getEncoded()));
        } catch (GeneralSecurityException _) {
            return Optional.empty();
        }
    }

    private SecretKey keyFor(KeyMaterial material) throws GeneralSecurityException {
        var salt = material.salt();
        var known = last;
        if (known != null
                && known.getEncoded().length == material.keyLength()
                && Arrays.equals(salt, saltOfLast)) {
            return known;
        }
        var key = derived(salt, material.keyLength());
        last = key;
        saltOfLast = salt;
        return key;
    }

    private SecretKey derived(byte[] salt, int bytes) throws GeneralSecurityException {
        var tail = Arrays.copyOfRange(salt, salt.length - SALT_USED, salt.length);
        var derived =
                SecretKeyFactory.getInstance("PBKDF2WithHmacSHA1")
                        .generateSecret(new PBEKeySpec(passphrase, tail, ROUNDS, 8 * bytes));
        return new SecretKeySpec(derived.getEncoded(), "AES");
    }
}
