package net.ratonet.shared.flow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class TickerTest {

    @Test
    void goesForwardWithTheSystem() {
        var before = System.nanoTime();

        var ticked = Ticker.system().nowNanos();

        assertThat(ticked - before).isNotNegative();
        assertThat(System.nanoTime() - ticked).isNotNegative();
    }
}
