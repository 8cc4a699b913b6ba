package net.ratonet.relay.rtmp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class HandshakeTest {

    private static final int PART = Handshake.PART;

    @Test
    void bothEndsGetTheirOwnWordsBack() {
        var hello = Handshake.hello(random(1));

        var answer = Handshake.answer(hello, random(2)).orElseThrow();
        var confirmation = Handshake.confirmation(Arrays.copyOf(answer, 1 + PART)).orElseThrow();

        assertThat(Arrays.copyOfRange(answer, 1 + PART, 1 + 2 * PART))
                .isEqualTo(Arrays.copyOfRange(hello, 1, 1 + PART));
        assertThat(confirmation).isEqualTo(Arrays.copyOfRange(answer, 1, 1 + PART));
    }

    /// Those compare the answer with their own signature unless its version is 0.
    @Test
    void answersSigningClientsInThePlainForm() {
        var signed = Handshake.hello(random(1));
        signed[5] = 9;

        var answer = Handshake.answer(signed, random(2)).orElseThrow();

        assertThat(Arrays.copyOfRange(answer, 5, 9)).containsOnly(0);
    }

    @Test
    void answersNothingElse() {
        var web = Arrays.copyOf("GET / HTTP/1.1\r\n".getBytes(StandardCharsets.US_ASCII), 1 + PART);

        assertThat(Handshake.answer(web, random(2))).isEmpty();
        assertThat(Handshake.answer(new byte[3], random(2))).isEmpty();
        assertThat(Handshake.confirmation(web)).isEmpty();
    }

    private static byte[] random(int seed) {
        var bytes = new byte[PART];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }
}
