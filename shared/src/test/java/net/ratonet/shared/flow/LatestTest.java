package net.ratonet.shared.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
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
    void staysSilentAfterItsSubscriptionCloses() {
        var seen = new ArrayList<String>();
        var latest = new Latest<>("first");
        var subscription = latest.subscribe(seen::add);

        subscription.close();
        subscription.close();
        latest.publish("second");

        assertThat(seen).containsExactly("first");
    }
}
