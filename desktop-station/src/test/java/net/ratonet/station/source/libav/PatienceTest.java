package net.ratonet.station.source.libav;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import net.ratonet.shared.testing.FakeTicker;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.Test;

final class PatienceTest {

    private final FakeTicker ticker = new FakeTicker();
    private final Patience patience = new Patience(ticker);

    @Test
    void interruptsLibavOnceTheTimeIsOver() {
        patience.allow(Duration.ofSeconds(10));

        ticker.advance(Duration.ofMillis(9_999));
        assertThat(patience.call(new Pointer())).isZero();

        ticker.advance(Duration.ofMillis(1));
        assertThat(patience.call(new Pointer())).isOne();
    }

    @Test
    void startsAnewWithEachCall() {
        patience.allow(Duration.ofSeconds(10));
        ticker.advance(Duration.ofSeconds(9));

        patience.allow(Duration.ofSeconds(10));
        ticker.advance(Duration.ofSeconds(9));

        assertThat(patience.isOver()).isFalse();
    }
}
