package net.ratonet.relay.ingest.srt.wire;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/// The message with which a caller hands over its keys, locked with the passphrase.
public final class KeyMaterial {

    static final int SALT = 16;

    private static final int HEADER = 16;
    private static final int SIGNATURE = 0x12_2029;
    private static final int WRAPPING = 8;
    private static final int BOTH_KEYS = 3;
    private static final byte AES_CTR = 2;

    private final byte[] bytes;

    private KeyMaterial(byte[] bytes) {
        this.bytes = bytes;
    }

    /// Empty when it is no such message, or one whose parts do not fit together.
    public static Optional<KeyMaterial> read(byte[] message) {
        if (message.length < HEADER + SALT
                || ByteBuffer.wrap(message).getInt() >>> 8 != SIGNATURE) {
            return Optional.empty();
        }
        var material = new KeyMaterial(message.clone());
        return material.fitsTogether() ? Optional.of(material) : Optional.empty();
    }

    /// As it came: what is sent back to say yes.
    public byte[] bytes() {
        return bytes.clone();
    }

    /// In bytes: 16, 24 or 32.
    public int keyLength() {
        return 4 * bytes[15];
    }

    /// Whether it is the one cipher that SRT has always had.
    public boolean isAesCtr() {
        return bytes[8] == AES_CTR && bytes[9] == 0;
    }

    boolean hasEvenKey() {
        return (keys() & 1) != 0;
    }

    boolean hasOddKey() {
        return (keys() & 2) != 0;
    }

    byte[] salt() {
        return Arrays.copyOfRange(bytes, HEADER, HEADER + SALT);
    }

    byte[] wrappedKeys() {
        return Arrays.copyOfRange(bytes, HEADER + SALT, HEADER + SALT + wrappedLength());
    }

    private int keys() {
        return bytes[3] & BOTH_KEYS;
    }

    private int wrappedLength() {
        return WRAPPING + Integer.bitCount(keys()) * keyLength();
    }

    private boolean fitsTogether() {
        return keys() != 0
                && 4 * bytes[14] == SALT
                && (keyLength() == 16 || keyLength() == 24 || keyLength() == 32)
                && bytes.length == HEADER + SALT + wrappedLength();
    }
}
