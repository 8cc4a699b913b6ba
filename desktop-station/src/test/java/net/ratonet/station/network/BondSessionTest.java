package net.ratonet.station.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import net.ratonet.shared.telemetry.Bitrate;
import net.ratonet.shared.testing.FakeTicker;
import net.ratonet.station.bonding.BondMode;
import net.ratonet.station.bonding.LinkSnapshot;
import net.ratonet.station.bonding.LinkState;
import net.ratonet.station.bonding.SimulatedSrtlaReceiver;
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

    private final BondBoard board = BondBoard.empty();
    private final DatagramChannel relay =
            DatagramChannel.open().bind(new InetSocketAddress(HERE, 0));
    private final SimulatedSrtlaReceiver receiver =
            new SimulatedSrtlaReceiver(2_000_000_000, (_, datagram) -> toStation(datagram));
    private SocketAddress station = new InetSocketAddress(HERE, 9);

    BondSessionTest() throws IOException {
        relay.configureBlocking(false);
    }

    @AfterEach
    void close() throws IOException {
        relay.close();
        ingest.close();
        selector.close();
    }

    @Test
    void turnsToPlainSrtWhenNobodyAnswersSrtla() throws IOException {
        try (var session = session(BondMode.BONDED, Optional.of(9_000))) {
            pass(session, ONE_LINK, 14);
            assertThat(session.wantsOtherMode(ticker.nowNanos())).isFalse();
            pass(session, ONE_LINK, 3);

            assertThat(session.wantsOtherMode(ticker.nowNanos())).isTrue();
        }
    }

    @Test
    void waitsForALinkBeforeItBlamesTheRelay() throws IOException {
        try (var session = session(BondMode.BONDED, Optional.of(9_000))) {
            pass(session, Surroundings.NONE, 60);

            assertThat(session.wantsOtherMode(ticker.nowNanos())).isFalse();
        }
    }

    @Test
    void staysWithSrtlaWhereThereIsNoOtherPort() throws IOException {
        try (var session = session(BondMode.BONDED, Optional.empty())) {
            pass(session, ONE_LINK, 60);

            assertThat(session.wantsOtherMode(ticker.nowNanos())).isFalse();
        }
    }

    @Test
    void triesSrtlaAgainWhenNobodyAnswersPlainSrtEither() throws IOException {
        try (var session = session(BondMode.PLAIN, Optional.of(9_000))) {
            pass(session, ONE_LINK, 17);

            assertThat(session.wantsOtherMode(ticker.nowNanos())).isTrue();
        }
    }

    @Test
    void takesALongOutageForWhatItIsOnceSrtlaWasAnswered() throws IOException {
        try (var session = session(BondMode.BONDED, Optional.of(9_000))) {
            for (var second = 0; second < 10; second++) {
                pass(session, ONE_LINK, 1);
                converse();
            }

            pass(session, ONE_LINK, 60);

            assertThat(links()).containsExactly(LinkState.FAILED);
            assertThat(session.wantsOtherMode(ticker.nowNanos())).isFalse();
        }
    }

    private List<LinkState> links() {
        return board.bond().get().links().stream().map(LinkSnapshot::state).toList();
    }

    /// The relay answers what has come, and the session what comes back.
    private void converse() throws IOException {
        var packet = ByteBuffer.allocate(2_048);
        for (var from = relay.receive(packet.clear());
                from != null;
                from = relay.receive(packet.clear())) {
            station = from;
            receiver.receive(0, packet.flip(), ticker.nowNanos());
            selector.selectNow(this::drain);
        }
    }

    private void drain(SelectionKey key) {
        if (key.attachment() instanceof PacketSource source) {
            source.drain(ticker.nowNanos());
        }
    }

    private void toStation(ByteBuffer datagram) {
        try {
            relay.send(datagram, station);
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
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
        var port = ((InetSocketAddress) relay.getLocalAddress()).getPort();
        var setup = new BondSetup(new BondTarget("127.0.0.1", port), config, book, board);
        return new BondSession(setup, mode, ingest, selector, ticker);
    }
}
