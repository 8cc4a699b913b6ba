package net.ratonet.relay.ingest.srt.wire;

import java.util.Arrays;
import java.util.Optional;
import javax.crypto.spec.SecretKeySpec;

/// The keys of one [KeyMaterial], unlocked.
public final class PayloadKeys {

    private final KeyMaterial material;
    private final byte[] keys;

    PayloadKeys(KeyMaterial material, byte[] keys) {
        this.material = material;
        this.keys = keys;
    }

    Optional<SecretKeySpec> even() {
        return material.hasEvenKey() ? Optional.of(key(0)) : Optional.empty();
    }

    Optional<SecretKeySpec> odd() {
        return material.hasOddKey() ? Optional.of(key(keys.length - length())) : Optional.empty();
    }

    byte[] salt() {
        return material.salt();
    }

    private SecretKeySpec key(int from) {
        return new SecretKeySpec(Arrays.copyOfRange(keys, from, from + length()), "AES");
    }

    private int length() {
        return material.keyLength();
    }
}
