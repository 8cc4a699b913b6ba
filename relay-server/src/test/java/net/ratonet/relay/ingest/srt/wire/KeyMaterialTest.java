package net.ratonet.relay.ingest.srt.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class KeyMaterialTest {

    private static final byte[] SALT = random(16, 1);

    @ParameterizedTest
    @ValueSource(ints = {16, 24, 32})
    void givesBothKeysToWhoKnowsThePassphrase(int length) {
        var keys = random(2 * length, 2);
        var material =
                KeyMaterial.read(KeyMaterials.message("ten letters", 3, SALT, keys)).orElseThrow();

        var opened = new KeyLock("ten letters").open(material).orElseThrow();

        assertThat(material.keyLength()).isEqualTo(length);
        assertThat(opened.even().orElseThrow().getEncoded()).isEqualTo(Arrays.copyOf(keys, length));
        assertThat(opened.odd().orElseThrow().getEncoded())
                .isEqualTo(Arrays.copyOfRange(keys, length, 2 * length));
    }

    @Test
    void givesTheOneKeyThatThereIs() {
        var keys = random(16, 3);
        var material = KeyMaterial.read(KeyMaterials.message("ten letters", 2, SALT, keys));

        var opened = new KeyLock("ten letters").open(material.orElseThrow()).orElseThrow();

        assertThat(opened.even()).isEmpty();
        assertThat(opened.odd().orElseThrow().getEncoded()).isEqualTo(keys);
    }

    @Test
    void staysShutForAnotherPassphrase() {
        var material =
                KeyMaterial.read(KeyMaterials.message("ten letters", 1, SALT, random(16, 4)));

        assertThat(new KeyLock("other words").open(material.orElseThrow())).isEmpty();
    }

    @Test
    void opensWithOneLockWhateverTheSaltAndTheLength() {
        var lock = new KeyLock("ten letters");
        for (var length : new int[] {16, 32, 16}) {
            for (var seed = 5; seed < 8; seed++) {
                var message =
                        KeyMaterials.message(
                                "ten letters", 1, random(16, seed), random(length, seed));

                assertThat(lock.open(KeyMaterial.read(message).orElseThrow())).isPresent();
            }
        }
    }

    @Test
    void isNothingWhenItsPartsDoNotFit() {
        var whole = KeyMaterials.message("ten letters", 1, SALT, random(16, 9));

        for (var length = 0; length < whole.length; length++) {
            assertThat(KeyMaterial.read(Arrays.copyOf(whole, length))).isEmpty();
        }
        assertThat(KeyMaterial.read(changed(whole, 0, 0x13))).isEmpty();
        assertThat(KeyMaterial.read(changed(whole, 3, 0))).isEmpty();
        assertThat(KeyMaterial.read(changed(whole, 14, 3))).isEmpty();
        assertThat(KeyMaterial.read(changed(whole, 15, 5))).isEmpty();
        assertThat(KeyMaterial.read(changed(whole, 15, 0xFF))).isEmpty();
    }

    @Test
    void knowsAnotherCipher() {
        var whole = KeyMaterials.message("ten letters", 1, SALT, random(16, 9));

        var other = KeyMaterial.read(changed(whole, 8, 3)).orElseThrow();

        assertThat(other.isAesCtr()).isFalse();
    }

    @Test
    void survivesAnyBytes() {
        var random = new Random(8);
        for (var i = 0; i < 10_000; i++) {
            var bytes = new byte[random.nextInt(120)];
            random.nextBytes(bytes);

            assertThat(KeyMaterial.read(bytes)).isEmpty();
        }
    }

    private static byte[] changed(byte[] bytes, int at, int value) {
        var other = bytes.clone();
        other[at] = (byte) value;
        return other;
    }

    private static byte[] random(int length, long seed) {
        var bytes = new byte[length];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }
}
