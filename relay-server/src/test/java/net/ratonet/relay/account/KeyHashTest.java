package net.ratonet.relay.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class KeyHashTest {

    @Test
    void isTheSha256OfTheKey() {
        assertThat(KeyHash.of("abc").hex())
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @Test
    void matchesItsOwnKeyOnly() {
        var hash = KeyHash.of("rn_key");

        assertThat(hash.matches("rn_key")).isTrue();
        assertThat(hash.matches("rn_kez")).isFalse();
        assertThat(hash.matches("")).isFalse();
    }

    @Test
    void refusesTextOfAnotherLength() {
        assertThatThrownBy(() -> new KeyHash("abc")).isInstanceOf(IllegalArgumentException.class);
    }
}
