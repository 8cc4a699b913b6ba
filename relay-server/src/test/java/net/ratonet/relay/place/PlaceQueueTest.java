package net.ratonet.relay.place;

import static org.assertj.core.api.Assertions.assertThat;

import net.ratonet.relay.privacy.GeoPoint;
import net.ratonet.shared.telemetry.StreamerId;
import org.junit.jupiter.api.Test;

final class PlaceQueueTest {

    private static final StreamerId FIRST = new StreamerId("first");
    private static final StreamerId SECOND = new StreamerId("second");
    private static final StreamerId THIRD = new StreamerId("third");
    private static final GeoPoint OLD = new GeoPoint(1, 1);
    private static final GeoPoint NEW = new GeoPoint(2, 2);

    private final PlaceQueue queue = new PlaceQueue(2);

    @Test
    void keepsTheNewestQuestionOfAStreamerInItsOldTurn() throws InterruptedException {
        queue.offer(FIRST, OLD);
        queue.offer(SECOND, OLD);
        queue.offer(FIRST, NEW);

        assertThat(queue.poll(0)).contains(new PlaceQueue.Question(FIRST, NEW));
        assertThat(queue.poll(0)).contains(new PlaceQueue.Question(SECOND, OLD));
        assertThat(queue.poll(0)).isEmpty();
    }

    @Test
    void takesNoFurtherStreamersWhenFull() {
        queue.offer(FIRST, OLD);
        queue.offer(SECOND, OLD);

        assertThat(queue.offer(THIRD, OLD)).isFalse();
        assertThat(queue.offer(FIRST, NEW)).isTrue();
    }

    @Test
    void forgetsAWithdrawnQuestion() {
        queue.offer(FIRST, OLD);

        queue.withdraw(FIRST);

        assertThat(queue.isEmpty()).isTrue();
    }
}
