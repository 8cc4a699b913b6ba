package net.ratonet.station.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.Selector;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import net.ratonet.shared.telemetry.Bitrate;
import net.ratonet.shared.testing.FakeTicker;
import net.ratonet.station.bonding.BondMode;
import net.ratonet.station.bonding.rate.RateLimits;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// When nobody answers.
final class BondSessionTest {

    private static final InetAddress HERE = InetAddress.getLoopbackAddress();
    private static final Surroundings ONE_LINK =
            new Surroundings(
                    List.of(new LocalLink("127.0.0.1", 0, List.of(HERE), 0, true)), List.of(HERE));

    private final FakeTicker ticker = new FakeTicker();
    private final Selector selector = Selector.open();
    private final LocalIngest ingest = new LocalIngest(new InetSocketAddress(HERE, 0));

    BondSessionTest() throws IOException {}

    @AfterEach
    void close() throws IOException {
        ingest.close();
        selector.close();
    }

    @Test
    void turnsToPlainSrtWhenNobodyAnswersSrtla() throws IOException {
        try (var session = session(BondMode.BONDED, Optional.of(9_000))) {
            pass(session, ONE_LINK, 14);
            assertThat(session.wantsPlainSrt(ticker.nowNanos())).isFalse();
            pass(session, ONE_LINK, 3);

            assertThat(session.wantsPlainSrt(ticker.nowNanos())).isTrue();
        }
    }

    @Test
    void waitsForALinkBeforeItBlamesTheRelay() throws IOException {
        try (var session = session(BondMode.BONDED, Optional.of(9_000))) {
            pass(session, Surroundings.NONE, 60);

            assertThat(session.wantsPlainSrt(ticker.nowNanos())).isFalse();
        }
    }

    @Test
    void staysWithSrtlaWhereThereIsNoOtherPort() throws IOException {
        try (var session = session(BondMode.BONDED, Optional.empty())) {
            pass(session, ONE_LINK, 60);

            assertThat(session.wantsPlainSrt(ticker.nowNanos())).isFalse();
        }
    }

    @Test
    void needsNoAnswerInPlainMode() throws IOException {
        try (var session = session(BondMode.PLAIN, Optional.of(9_000))) {
            pass(session, ONE_LINK, 60);

            assertThat(session.wantsPlainSrt(ticker.nowNanos())).isFalse();
        }
    }

    private void pass(BondSession session, Surroundings surroundings, int seconds) {
        for (var i = 0; i < seconds; i++) {
            ticker.advance(Duration.ofSeconds(1));
            session.advance(surroundings, ticker.nowNanos());
        }
    }

    private BondSession session(BondMode mode, Optional<Integer> plainPort) throws IOException {
        var config =
                new BondingConfig(
                        new InetSocketAddress(HERE, 0),
                        List.of(),
                        Optional.empty(),
                        RateAlgorithm.RATO,
                        new RateLimits(Bitrate.ofKbps(300), Bitrate.ofKbps(5_000), 2_000),
                        plainPort);
        var book = new LinkBook(Optional.empty(), InstantSource.system());
        var setup = new BondSetup(new BondTarget("127.0.0.1", 9), config, book, BondBoard.empty());
        return new BondSession(setup, mode, ingest, selector, ticker);
    }
}
