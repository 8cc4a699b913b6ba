package net.ratonet.station.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import net.ratonet.shared.flow.Ticker;
import net.ratonet.shared.telemetry.Bitrate;
import net.ratonet.shared.testing.Await;
import net.ratonet.shared.wire.LinkPriority;
import net.ratonet.station.bonding.LinkState;
import net.ratonet.station.bonding.rate.RateLimits;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Bonding on real sockets. The links are loopback addresses, which only Linux has without asking.
@Tag("linux")
final class BondingTest {

    private static final LocalLink FIRST = link("127.0.0.2");
    private static final LocalLink SECOND = link("127.0.0.3");

    private final List<LocalLink> links = new CopyOnWriteArrayList<>(List.of(FIRST, SECOND));
    private final Bonding bonding =
            new Bonding(
                    config(), Ticker.system(), InstantSource.system(), () -> List.copyOf(links));
    private LoopbackPeers peers;

    @BeforeEach
    void bond() throws Exception {
        peers = new LoopbackPeers();
        peers.start(bonding.open(new BondTarget("127.0.0.1", peers.port())));
        Await.until("the stream flows", () -> received() > 200);
    }

    @AfterEach
    void close() throws Exception {
        bonding.close();
        peers.close();
    }

    @Test
    void carriesAStreamOverTwoLinks() throws Exception {
        Await.until("both links carry", () -> packets(FIRST) > 50 && packets(SECOND) > 50);

        assertThat(bonding.board().bond().get().joined()).isTrue();
        assertThat(peers.<Integer>ask(() -> peers.receiver().members())).isEqualTo(2);
    }

    @Test
    void tellsWhatTheEncoderMayProduce() {
        Await.until(
                "a bitrate is found",
                () -> bonding.board().rate().get().target().bitsPerSecond() > 0);
    }

    @Test
    void dropsALinkThatIsPulledAndTakesOneThatIsPluggedIn() {
        links.remove(SECOND);
        Await.until("the link is gone", () -> bonding.board().bond().get().links().size() == 1);
        var before = received();

        links.add(link("127.0.0.4"));

        Await.until("the new link carries", () -> packets(link("127.0.0.4")) > 20);
        assertThat(received()).isGreaterThan(before);
    }

    @Test
    void switchesALinkOffButNotTheLastOne() {
        assertThat(bonding.switchLink("127.0.0.2", false)).isEmpty();
        Await.until("it is off", () -> state(FIRST) == LinkState.OFF);

        assertThat(bonding.switchLink("127.0.0.3", false).orElse("")).contains("last link");
        assertThat(bonding.switchLink("127.0.0.2", true)).isEmpty();
        Await.until("it is back", () -> state(FIRST) == LinkState.LIVE);
    }

    @Test
    void namesTheLinksThatThereAre() {
        assertThat(bonding.prioritise("wwan9", LinkPriority.BACKUP).orElse(""))
                .contains("wwan9", "127.0.0.2", "127.0.0.3");
    }

    @Test
    void answersAnEncoderThatComesBackWithAnotherPort() throws Exception {
        peers.moveEncoder();
        var before = received();

        Await.until("the stream goes on", () -> received() > before + 200);

        assertThat(peers.<Long>ask(() -> peers.encoder().connections())).isEqualTo(1);
    }

    @Test
    void forgetsItsLinksWhenItIsShut() {
        bonding.shut();

        assertThat(bonding.board().bond().get().links()).isEmpty();
        assertThat(bonding.kick().orElse("")).contains("nothing is being bonded");
        assertThat(bonding.switchLink("127.0.0.2", false)).isEmpty();
    }

    private long received() {
        try {
            return peers.ask(() -> peers.receiver().received());
        } catch (Exception trouble) {
            throw new AssertionError(trouble);
        }
    }

    private long packets(LocalLink link) {
        return bonding.board()
                .bond()
                .get()
                .link(link.name())
                .map(found -> found.packets())
                .orElse(0L);
    }

    private LinkState state(LocalLink link) {
        return bonding.board().bond().get().link(link.name()).orElseThrow().state();
    }

    private static LocalLink link(String address) {
        return new LocalLink(address, 0, List.of(InetAddress.ofLiteral(address)), 0, true);
    }

    private static BondingConfig config() {
        return new BondingConfig(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                List.of(),
                Optional.empty(),
                RateAlgorithm.RATO,
                new RateLimits(Bitrate.ofKbps(300), Bitrate.ofKbps(5_000), 2_000),
                Optional.empty());
    }
}
