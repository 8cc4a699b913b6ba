package net.ratonet.relay.telemetry.history;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SessionIdTest {

    @ParameterizedTest
    @ValueSource(longs = {0, 1, -1, Long.MAX_VALUE, Long.MIN_VALUE})
    void readsBackWhatItWrote(long value) {
        var id = new SessionId(value);

        assertThat(SessionId.parse(id.toString())).contains(id);
    }

    @Test
    void knowsWhatIsNoId() {
        assertThat(SessionId.parse("")).isEmpty();
        assertThat(SessionId.parse("12")).isEmpty();
        assertThat(SessionId.parse("../../../../../x")).isEmpty();
        assertThat(SessionId.parse("GGGGGGGGGGGGGGGG")).isEmpty();
    }
}
