package net.ratonet.relay.ingest.srt.wire;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;
import net.ratonet.shared.srt.SrtPacket;
import org.jspecify.annotations.Nullable;

/// Encrypts and decrypts the payload of data packets in place, as SRT does: AES in counter mode,
/// where the counter begins with the salt, changed by the packet's number. Allocates nothing per
/// packet. For one thread.
public final class PayloadCipher {

    private static final int BLOCK = 16;
    private static final int NUMBER_AT = 10;
    private static final int COUNTER_AT = 14;
    private static final int MOST = HandshakeCodec.LONGEST / BLOCK * BLOCK + BLOCK;

    private final byte[] counters = new byte[MOST];
    private final byte[] stream = new byte[MOST];
    private @Nullable Lane even;
    private @Nullable Lane odd;

    /// Keys that are not in the new ones stay.
    public void use(PayloadKeys keys) {
        keys.even().ifPresent(key -> even = Lane.of(key, keys.salt()));
        keys.odd().ifPresent(key -> odd = Lane.of(key, keys.salt()));
    }

    /// False when the packet is in clear, or no key fits.
    public boolean decrypt(ByteBuffer packet) {
        var lane = lane(SrtPacket.encryption(packet));
        if (lane == null) {
            return false;
        }
        mix(packet, lane);
        SrtPacket.setEncryption(packet, SrtPacket.CLEAR);
        return true;
    }

    /// With the key that a session begins with.
    ///
    /// @return false when there is none
    public boolean encrypt(ByteBuffer packet) {
        var key = even == null ? SrtPacket.ODD_KEY : SrtPacket.EVEN_KEY;
        var lane = lane(key);
        if (lane == null) {
            return false;
        }
        mix(packet, lane);
        SrtPacket.setEncryption(packet, key);
        return true;
    }

    private @Nullable Lane lane(int key) {
        return switch (key) {
            case SrtPacket.EVEN_KEY -> even;
            case SrtPacket.ODD_KEY -> odd;
            default -> null;
        };
    }

    private void mix(ByteBuffer packet, Lane lane) {
        var start = packet.position() + SrtPacket.HEADER;
        var length = Math.min(packet.limit() - start, MOST);
        var whole = (length + BLOCK - 1) / BLOCK * BLOCK;
        count(SrtPacket.sequence(packet), lane.salt(), whole);
        lane.fill(counters, whole, stream);
        for (var i = 0; i < length; i++) {
            packet.put(start + i, (byte) (packet.get(start + i) ^ stream[i]));
        }
    }

    private void count(int number, byte[] salt, int bytes) {
        for (var at = 0; at < bytes; at += BLOCK) {
            System.arraycopy(salt, 0, counters, at, COUNTER_AT);
            for (var i = 0; i < Integer.BYTES; i++) {
                counters[at + NUMBER_AT + i] ^= (byte) (number >>> (8 * (3 - i)));
            }
            var block = at / BLOCK;
            counters[at + COUNTER_AT] = (byte) (block >>> 8);
            counters[at + COUNTER_AT + 1] = (byte) block;
        }
    }

    @SuppressWarnings("ArrayRecordComponent")
    private record Lane(Cipher blocks, byte[] salt) {

        static Lane of(SecretKeySpec key, byte[] salt) {
            try {
                var blocks = Cipher.getInstance("AES/ECB/NoPadding");
                blocks.init(Cipher.ENCRYPT_MODE, key);
                return new Lane(blocks, salt);
            } catch (GeneralSecurityException impossible) {
                throw new IllegalStateException("every JDK has AES", impossible);
            }
        }

        void fill(byte[] counters, int bytes, byte[] stream) {
            try {
                blocks.update(counters, 0, bytes, stream, 0);
            } catch (GeneralSecurityException impossible) {
                throw new IllegalStateException(
                        "the stream is as long as the counters", impossible);
            }
        }
    }
}
