package net.ratonet.station.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.ratonet.shared.srtla.GroupId;
import net.ratonet.shared.srtla.SrtlaCodec;
import net.ratonet.shared.srtla.SrtlaType;
import net.ratonet.shared.telemetry.Bitrate;
import net.ratonet.shared.testing.FakeClock;
import net.ratonet.station.bonding.BondMode;
import net.ratonet.station.bonding.LinkSnapshot;
import net.ratonet.station.bonding.LinkState;
import net.ratonet.station.bonding.rate.RateLimits;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A week of virtual time on real sockets: modems come and go, a phone has a new name each time it
/// is plugged in, the relay is out of reach now and then, and a data plan begins anew.
final class WeekOfFlapsTest {

    private static final InetAddress HERE = InetAddress.getLoopbackAddress();
    private static final Duration STEP = Duration.ofSeconds(10);
    private static final int STEPS_OF_AN_HOUR = 360;
    private static final int STEPS_OF_A_DAY = 24 * STEPS_OF_AN_HOUR;
    private static final int STEPS_OF_A_FLAP = 60;
    private static final int LAST_FLAP = 7 * STEPS_OF_A_DAY / STEPS_OF_A_FLAP - 1;
    private static final long MOST_GROWTH_BYTES = 500_000;
    private static final long PLAN_BYTES = 100_000;

    @TempDir private Path folder;
    private final FakeClock clock = new FakeClock(Instant.parse("2026-02-26T12:00:00Z"));
    private final BondBoard board = BondBoard.empty();
    private final Random random = new Random(3);
    private final ByteBuffer packet = ByteBuffer.allocate(2_048);
    private final Selector selector = Selector.open();
    private final LocalIngest ingest = new LocalIngest(new InetSocketAddress(HERE, 0));
    private final DatagramChannel relay =
            DatagramChannel.open().bind(new InetSocketAddress(HERE, 0));
    private LinkBook book;
    private BondSession session;
    private @Nullable GroupId group;

    WeekOfFlapsTest() throws IOException {}

    @BeforeEach
    void open() throws IOException {
        relay.configureBlocking(false);
        book = new LinkBook(Optional.of(file()), clock);
        book.plan("wwan0", PLAN_BYTES, 1);
        var config =
                new BondingConfig(
                        new InetSocketAddress(HERE, 0),
                        List.of(),
                        Optional.of(file()),
                        RateAlgorithm.RATO,
                        new RateLimits(Bitrate.ofKbps(300), Bitrate.ofKbps(5_000), 2_000),
                        Optional.of(9_000));
        var to =
                new BondTarget(
                        "127.0.0.1", ((InetSocketAddress) relay.getLocalAddress()).getPort());
        session =
                new BondSession(
                        new BondSetup(to, config, book, board),
                        BondMode.BONDED,
                        ingest,
                        selector,
                        clock);
    }

    @AfterEach
    void close() throws IOException {
        session.close();
        ingest.close();
        selector.close();
        relay.close();
    }

    @Test
    void leavesNothingBehind() throws IOException {
        live(0, STEPS_OF_A_DAY);
        assertThat(wwan0().demoted()).as("its plan is used up").isTrue();
        var before = usedBytes();

        live(STEPS_OF_A_DAY, 7 * STEPS_OF_A_DAY);
        book.save();

        assertThat(usedBytes() - before).isLessThan(MOST_GROWTH_BYTES);
        assertThat(selector.keys()).as("sockets").hasSize(1 + links(LAST_FLAP).size());
        assertThat(Files.size(file())).isLessThan(20_000);
        assertThat(book.budget("wwan0").since()).isEqualTo(LocalDate.parse("2026-03-01"));
        assertThat(board.bond().get().links())
                .extracting(LinkSnapshot::state)
                .containsOnly(LinkState.LIVE);
        assertThat(session.wantsOtherMode(clock.nowNanos())).isFalse();
    }

    private void live(int from, int to) throws IOException {
        for (var step = from; step < to; step++) {
            clock.advance(STEP);
            session.advance(
                    new Surroundings(links(step / STEPS_OF_A_FLAP), List.of(HERE)),
                    clock.nowNanos());
            if (step % (6 * STEPS_OF_AN_HOUR) >= STEPS_OF_AN_HOUR / 3) {
                converse();
            }
        }
    }

    /// Every ten minutes the phone is another, and every other time a modem is out.
    private static List<LocalLink> links(int flaps) {
        var links = new ArrayList<LocalLink>();
        links.add(link("wwan0"));
        if (flaps % 2 == 0) {
            links.add(link("wwan1"));
        }
        links.add(link("enx%012x".formatted(flaps)));
        return links;
    }

    private void converse() throws IOException {
        for (var from = relay.receive(packet.clear());
                from != null;
                from = relay.receive(packet.clear())) {
            answer(packet.flip(), from);
            selector.selectNow(this::drain);
        }
    }

    /// What every receiver does.
    private void answer(ByteBuffer asked, SocketAddress from) throws IOException {
        switch (SrtlaType.of(asked)) {
            case REG1 -> {
                group = SrtlaCodec.groupId(asked).orElseThrow().completedBy(random);
                SrtlaCodec.putReg2(asked.clear(), group);
                relay.send(asked.flip(), from);
            }
            case REG2 -> {
                var known = SrtlaCodec.groupId(asked).equals(Optional.ofNullable(group));
                SrtlaCodec.putShort(asked.clear(), known ? SrtlaType.REG3 : SrtlaType.REG_NGP);
                relay.send(asked.flip(), from);
            }
            case KEEPALIVE -> relay.send(asked, from);
            case REG3, REG_ERR, REG_NGP, REG_NAK, ACK, NOT_SRTLA, UNKNOWN -> {}
        }
    }

    private void drain(SelectionKey key) {
        if (key.attachment() instanceof PacketSource source) {
            source.drain(clock.nowNanos());
        }
    }

    private LinkSnapshot wwan0() {
        return board.bond().get().link("wwan0").orElseThrow();
    }

    private static LocalLink link(String name) {
        return new LocalLink(name, 0, List.of(HERE), 0, true);
    }

    private Path file() {
        return folder.resolve("links.json");
    }

    private static long usedBytes() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
