package net.ratonet.lab.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SentTimesTest {

    @Test
    void remembersWhenEachNumberWasSent() {
        var times = new SentTimes();

        var first = times.next(100);
        var second = times.next(250);

        assertThat(times.sentAt(first)).isEqualTo(100);
        assertThat(times.sentAt(second)).isEqualTo(250);
        assertThat(times.sent()).isEqualTo(2);
    }

    @Test
    void findsEveryNumberInAMessage() {
        assertThat(numbers("{\"a\":{\"altitude_m\":17,\"x\":1},\"b\":{\"altitude_m\":4711.0}}"))
                .containsExactly(17, 4711);
    }

    @Test
    void findsNoneWhereNoneIs() {
        assertThat(numbers("")).isEmpty();
        assertThat(numbers("{\"altitude\":5,\"altitude_")).isEmpty();
    }

    private static List<Integer> numbers(String json) {
        var numbers = new ArrayList<Integer>();
        SentTimes.forEachNumber(
                ByteBuffer.wrap(json.getBytes(StandardCharsets.UTF_8)), numbers::add);
        return numbers;
    }
}
