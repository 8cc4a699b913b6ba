package net.ratonet.relay.account;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;
import java.util.random.RandomGenerator;
import net.ratonet.shared.telemetry.StreamerId;

/// Makes ids and keys. As thread-safe as its source of randomness, which must be a
/// [java.security.SecureRandom] wherever keys are real.
public final class KeyMaker {

    private static final int LONG_KEY_BYTES = 32;
    private static final int SHORT_KEY_BYTES = 24;
    private static final int HEX_KEY_BYTES = 16;
    private static final int SHORT_ID_BYTES = 8;
    private static final long VERSION_MASK = 0xFFFF_FFFF_FFFF_0FFFL;
    private static final long VERSION_4 = 0x4000;
    private static final long VARIANT_MASK = 0x3FFF_FFFF_FFFF_FFFFL;
    private static final long VARIANT_IETF = 0x8000_0000_0000_0000L;

    private final RandomGenerator random;

    public KeyMaker(RandomGenerator random) {
        this.random = random;
    }

    public String apiKey() {
        return "rn_" + urlSafe(LONG_KEY_BYTES);
    }

    public String pullKey() {
        return "pk_" + urlSafe(SHORT_KEY_BYTES);
    }

    public String overlayToken() {
        return "ov_" + urlSafe(SHORT_KEY_BYTES);
    }

    public String pairingCode() {
        return "pc_" + urlSafe(SHORT_KEY_BYTES);
    }

    public String adminToken() {
        return "ra_" + urlSafe(LONG_KEY_BYTES);
    }

    /// Fits every convention for stream ids, one of which knows a key by its first letters.
    public String publishKey() {
        return "live_" + hex(HEX_KEY_BYTES);
    }

    public String playToken() {
        return "play_" + hex(HEX_KEY_BYTES);
    }

    /// Names something where its owner looks after it; not a secret.
    public String shortId() {
        return hex(SHORT_ID_BYTES);
    }

    public StreamerId streamerId() {
        var raw = ByteBuffer.wrap(bytes(2 * Long.BYTES));
        var uuid =
                new UUID(
                        (raw.getLong() & VERSION_MASK) | VERSION_4,
                        (raw.getLong() & VARIANT_MASK) | VARIANT_IETF);
        return new StreamerId(uuid.toString());
    }

    private String urlSafe(int count) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(count));
    }

    private String hex(int count) {
        return HexFormat.of().formatHex(bytes(count));
    }

    private byte[] bytes(int count) {
        var bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }
}
