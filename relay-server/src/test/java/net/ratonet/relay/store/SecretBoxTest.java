package net.ratonet.relay.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SecretBoxTest {

    private static final String PLACE = "streamers.pull_key of ana";

    private final SecretBox box = box(1);

    private static SecretBox box(int seed) {
        var random = new Random(seed);
        var key = new byte[SecretBox.KEY_BYTES];
        random.nextBytes(key);
        return new SecretBox(key, random);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "pk_secret", "chave de São Paulo 🗝️"})
    void opensWhatItSealed(String plain) throws IOException {
        var sealed = box.seal(plain, PLACE);

        assertThat(sealed).startsWith("v1:").doesNotContain("secret");
        assertThat(box.open(sealed, PLACE)).isEqualTo(plain);
    }

    @Test
    void neverSealsTheSameTextAlike() {
        assertThat(box.seal("pk_secret", PLACE)).isNotEqualTo(box.seal("pk_secret", PLACE));
    }

    @Test
    void opensNothingInAnotherPlace() {
        var sealed = box.seal("pk_secret", PLACE);

        assertThatThrownBy(() -> box.open(sealed, "streamers.pull_key of bia"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("streamers.pull_key of bia");
    }

    @Test
    void opensNothingWithAnotherKey() {
        var sealed = box.seal("pk_secret", PLACE);

        assertThatThrownBy(() -> box(2).open(sealed, PLACE)).isInstanceOf(IOException.class);
    }

    @Test
    void noticesEveryChangedCharacter() {
        var sealed = box.seal("pk_secret", PLACE);
        // The last character of unpadded Base64 may carry bits that mean nothing.
        for (var at = 0; at < sealed.length() - 1; at++) {
            var changed =
                    sealed.substring(0, at) + other(sealed.charAt(at)) + sealed.substring(at + 1);

            assertThatThrownBy(() -> box.open(changed, PLACE)).isInstanceOf(IOException.class);
        }
    }

    private static char other(char letter) {
        return letter == 'A' ? 'B' : 'A';
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "v1:", "v1:AAAA", "v2:AAAA", "pk_secret", "v1:not base64!"})
    void refusesTextThatWasNeverSealed(String text) {
        assertThatThrownBy(() -> box.open(text, PLACE)).isInstanceOf(IOException.class);
    }

    @Test
    void refusesAKeyOfAnotherLength() {
        assertThatThrownBy(() -> new SecretBox(new byte[16], new Random(1)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
