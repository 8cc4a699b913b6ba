package net.ratonet.shared.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import net.ratonet.shared.testing.Await;
import org.junit.jupiter.api.Test;

final class LatestTest {

    @Test
    void givesTheNewestValue() {
        var latest = new Latest<>("old");

        latest.publish("new");

        assertThat(latest.get()).isEqualTo("new");
    }

    @Test
    void tellsAListenerThePresentValueThenEachLaterOne() {
        var seen = new ArrayList<String>();
        var latest = new Latest<>("first");

        latest.subscribe(seen::add);
        latest.publish("second");

        assertThat(seen).containsExactly("first", "second");
    }

    @Test
    void neverTellsAnOlderValueAfterANewerOne() throws InterruptedException {
        var seen = new CopyOnWriteArrayList<String>();
        var latest = new Latest<>("first");
        var publisher = new Thread(() -> latest.publish("second"), "publisher");

        latest.subscribe(value -> {
            if (value.equals("first")) {
                publisher.start();
                Await.until("the publisher waits or is done", () -> isIdle(publisher));
            }
            seen.add(value);
        });
        publisher.join();

        assertThat(seen).containsExactly("first", "second");
    }

    @Test
    void endsOnlyItsOwnSubscriptionWhenAListenerHasTwo() {
        var seen = new ArrayList<String>();
        Consumer<String> listener = seen::add;
        var latest = new Latest<>("first");
        var one = latest.subscribe(listener);
        latest.subscribe(listener);

        one.close();
        one.close();
        latest.publish("second");

        assertThat(seen).containsExactly("first", "first", "second");
    }

    @Test
    void letsAListenerEndItsSubscriptionWhileItIsTold() {
        var seen = new ArrayList<String>();
        var latest = new Latest<>("first");
        var subscriptions = new ArrayList<Latest.Subscription>();
        subscriptions.add(
                latest.subscribe(value -> {
                    seen.add(value);
                    subscriptions.forEach(Latest.Subscription::close);
                }));

        latest.publish("second");
        latest.publish("third");

        assertThat(seen).containsExactly("first", "second");
    }

    @Test
    void staysSilentAfterItsSubscriptionCloses() {
        var seen = new ArrayList<String>();
        var latest = new Latest<>("first");
        var subscription = latest.subscribe(seen::add);

        subscription.close();
        subscription.close();
        latest.publish("second");

        assertThat(seen).containsExactly("first");
    }

    private static boolean isIdle(Thread thread) {
        return thread.getState() == Thread.State.BLOCKED
                || thread.getState() == Thread.State.TERMINATED;
    }
}
