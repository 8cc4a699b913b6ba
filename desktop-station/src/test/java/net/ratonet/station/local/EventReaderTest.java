package net.ratonet.station.local;

import static org.assertj.core.api.Assertions.assertThat;

import net.ratonet.shared.wire.Json;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

final class EventReaderTest {

    private static final int MORE_THAN_ANY_QUEUE = 1_000;

    @Test
    void tellsOnlyWhatHasChangedAndWhatIsGone() throws Exception {
        var reader = new EventReader(Json.object().put("a", 1).put("b", 1).put("c", 1), () -> {});

        reader.tell(Json.object().put("a", 1).put("b", 2));

        assertThat(reader.next(0)).startsWith("event: snapshot\n");
        assertThat(reader.next(0)).isEqualTo("event: change\ndata: {\"b\":2,\"c\":null}\n\n");
    }

    @Test
    void isSilentWhileNothingChanges() throws Exception {
        var reader = new EventReader(number(1), () -> {});
        reader.next(0);

        assertThat(reader.tell(number(1))).isTrue();

        assertThat(reader.next(0)).isNull();
    }

    @Test
    void doesNotWaitForOneWhoDoesNotRead() {
        var loop = new EventLoop(new Counter()::next);
        var hungUp = new boolean[1];
        loop.join(() -> hungUp[0] = true);

        for (var step = 0; step < MORE_THAN_ANY_QUEUE && !hungUp[0]; step++) {
            loop.step();
        }

        assertThat(hungUp[0]).isTrue();
    }

    @Test
    void takesOnlySoManyReaders() {
        var loop = new EventLoop(() -> number(1));
        var joined = 0;

        while (joined < MORE_THAN_ANY_QUEUE && loop.join(() -> {}).isPresent()) {
            joined++;
        }

        assertThat(joined).isEqualTo(8);
    }

    private static ObjectNode number(int number) {
        return Json.object().put("number", number);
    }

    private static final class Counter {

        private int count;

        ObjectNode next() {
            return number(count++);
        }
    }
}
