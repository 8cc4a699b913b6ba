package net.ratonet.relay.ingest.srt.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import net.ratonet.shared.srt.SrtPacket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PayloadCipherTest {

    private static final byte[] SALT = random(16, 1);
    private static final byte[] KEYS = random(32, 2);
    private static final int NUMBER = 0x7ABB_CCDD;

    private final PayloadCipher cipher = new PayloadCipher();

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 15, 16, 17, 1_316, 1_456})
    void encryptsAsTheJdksCounterModeDoes(int length) throws Exception {
        cipher.use(keys(1, Arrays.copyOf(KEYS, 16)));
        var payload = random(length, 3);
        var packet = packet(payload);

        cipher.encrypt(packet);

        assertThat(payloadOf(packet)).isEqualTo(reference(Arrays.copyOf(KEYS, 16), payload));
        assertThat(SrtPacket.encryption(packet)).isEqualTo(SrtPacket.EVEN_KEY);
    }

    @Test
    void decryptsWhatItEncrypted() {
        cipher.use(keys(1, Arrays.copyOf(KEYS, 16)));
        var payload = random(1_316, 4);
        var packet = packet(payload);
        cipher.encrypt(packet);

        var done = cipher.decrypt(packet);

        assertThat(done).isTrue();
        assertThat(payloadOf(packet)).isEqualTo(payload);
        assertThat(SrtPacket.encryption(packet)).isEqualTo(SrtPacket.CLEAR);
    }

    @Test
    void readsFromWhereThePacketBegins() {
        cipher.use(keys(1, Arrays.copyOf(KEYS, 16)));
        var payload = random(188, 5);
        var packet = packet(payload);
        var moved = ByteBuffer.allocateDirect(400);
        moved.position(100).put(packet.duplicate());
        moved.flip().position(100);

        cipher.encrypt(packet);
        cipher.encrypt(moved);

        assertThat(payloadOf(moved)).isEqualTo(payloadOf(packet));
    }

    @Test
    void keepsTheEvenKeyWhenANewOddOneComes() {
        cipher.use(keys(1, Arrays.copyOf(KEYS, 16)));
        var packet = packet(random(188, 6));
        cipher.encrypt(packet);

        cipher.use(keys(2, Arrays.copyOfRange(KEYS, 16, 32)));

        assertThat(cipher.decrypt(packet)).isTrue();
        assertThat(payloadOf(packet)).isEqualTo(random(188, 6));
    }

    @Test
    void decryptsWithTheOddKeyWhenThePacketSaysSo() throws Exception {
        cipher.use(keys(3, KEYS));
        var payload = random(500, 7);
        var packet = packet(reference(Arrays.copyOfRange(KEYS, 16, 32), payload));
        SrtPacket.setEncryption(packet, SrtPacket.ODD_KEY);

        cipher.decrypt(packet);

        assertThat(payloadOf(packet)).isEqualTo(payload);
    }

    @Test
    void refusesWhatIsInClearOrHasNoKey() {
        cipher.use(keys(1, Arrays.copyOf(KEYS, 16)));
        var packet = packet(random(188, 8));

        assertThat(cipher.decrypt(packet)).isFalse();
        SrtPacket.setEncryption(packet, SrtPacket.ODD_KEY);
        assertThat(cipher.decrypt(packet)).isFalse();
        SrtPacket.setEncryption(packet, 3);
        assertThat(cipher.decrypt(packet)).isFalse();
    }

    private static PayloadKeys keys(int parity, byte[] keys) {
        var message = KeyMaterials.message("ten letters", parity, SALT, keys);
        return new KeyLock("ten letters")
                .open(KeyMaterial.read(message).orElseThrow())
                .orElseThrow();
    }

    private static byte[] reference(byte[] key, byte[] payload) throws Exception {
        var counter = Arrays.copyOf(Arrays.copyOf(SALT, 14), 16);
        for (var i = 0; i < 4; i++) {
            counter[10 + i] ^= (byte) (NUMBER >>> (24 - 8 * i));
        }
        var aes = Cipher.getInstance("AES/CTR/NoPadding");
        aes.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new IvParameterSpec(counter));
        return aes.doFinal(payload);
    }

    private static ByteBuffer packet(byte[] payload) {
        return SrtPacket.putData(ByteBuffer.allocate(16 + payload.length), NUMBER, 1, 2, 3)
                .put(payload)
                .flip();
    }

    private static byte[] payloadOf(ByteBuffer packet) {
        var payload = new byte[packet.remaining() - SrtPacket.HEADER];
        packet.get(packet.position() + SrtPacket.HEADER, payload);
        return payload;
    }

    private static byte[] random(int length, long seed) {
        var bytes = new byte[length];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }
}
