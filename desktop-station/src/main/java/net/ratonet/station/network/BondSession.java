package net.ratonet.station.network;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Selector;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import net.ratonet.shared.flow.Ticker;
import net.ratonet.station.bonding.Bond;
import net.ratonet.station.bonding.BondMode;
import net.ratonet.station.bonding.BondOutput;
import net.ratonet.station.bonding.DataBudget;
import net.ratonet.station.bonding.LinkSnapshot;
import net.ratonet.station.bonding.LinkState;

/// A bond with its sockets and its clockwork, for as long as the mode stays the same. Owned by the
/// thread "bonding".
final class BondSession implements AutoCloseable {

    private static final long TICK_NANOS = 10_000_000;
    private static final long SHOW_NANOS = 200_000_000;
    private static final long SECOND_NANOS = 1_000_000_000;

    /// So long nobody may answer before another address, or another way, is tried.
    private static final long DEAF_NANOS = 6_000_000_000L;

    private static final long OTHER_MODE_AFTER_NANOS = 15_000_000_000L;

    private final BondSetup setup;
    private final BondMode mode;
    private final Bond bond;
    private final LinkRack rack;
    private final RatePilot pilot;
    private final Map<String, Long> counted = new HashMap<>();
    private Surroundings surroundings = Surroundings.NONE;
    private int addressIndex;
    private long tickedNanos;
    private long shownNanos;
    private long secondNanos;
    private long lonelyNanos;
    private long addressNanos;

    /// Somebody has understood this mode: later silence is an outage and no reason for the other.
    private boolean understood;

    BondSession(
            BondSetup setup, BondMode mode, LocalIngest ingest, Selector selector, Ticker ticker)
            throws IOException {
        var now = ticker.nowNanos();
        this.setup = setup;
        this.mode = mode;
        bond = new Bond(mode, new SecureRandom(), new Output(ingest), now);
        rack =
                new LinkRack(
                        bond,
                        selector,
                        setup.book(),
                        DeviceBinding.ofThisSystem(),
                        mode == BondMode.EACH ? 1 : 0);
        pilot =
                new RatePilot(
                        setup.config().algorithm().start(setup.config().limits()),
                        setup.board().rate(),
                        now);
        tickedNanos = now;
        shownNanos = now;
        secondNanos = now - SECOND_NANOS;
        lonelyNanos = now;
        addressNanos = now;
        ingest.serve(selector, bond);
    }

    void advance(Surroundings found, long now) {
        if (!found.equals(surroundings)) {
            surroundings = found;
            sync(now);
        }
        if (now - tickedNanos < TICK_NANOS) {
            return;
        }
        tickedNanos = now;
        bond.advance(now);
        pilot.advance(bond, now);
        if (now - shownNanos >= SHOW_NANOS) {
            shownNanos = now;
            setup.board().bond().publish(bond.snapshot());
        }
        if (now - secondNanos >= SECOND_NANOS) {
            secondNanos = now;
            eachSecond(now);
        }
    }

    private void eachSecond(long now) {
        var links = bond.snapshot().links();
        links.forEach(this::countData);
        counted.keySet().retainAll(rack.names());
        var answered = links.stream().anyMatch(BondSession::wasAnswered);
        understood |= answered;
        if (answered || surroundings.links().isEmpty()) {
            lonelyNanos = now;
            addressNanos = now;
        } else if (now - addressNanos >= DEAF_NANOS) {
            addressNanos = now;
            addressIndex++;
        }
        sync(now);
    }

    private static boolean wasAnswered(LinkSnapshot link) {
        return link.bytesReceived() > 0 && link.state() != LinkState.FAILED;
    }

    private void countData(LinkSnapshot link) {
        var name = link.id().name();
        var total = link.bytesSent() + link.bytesReceived();
        var before = counted.getOrDefault(name, 0L);
        counted.put(name, total);
        var level = setup.book().use(name, total < before ? total : total - before);
        bond.demote(rack.slotOf(name), level == DataBudget.Level.SPENT);
    }

    private void sync(long now) {
        var relay = surroundings.relay();
        if (relay.isEmpty()) {
            return;
        }
        var address = relay.get(addressIndex % relay.size());
        var port =
                switch (mode) {
                    case BONDED, EACH -> setup.target().port();
                    case PLAIN -> setup.config().plainPort().orElse(setup.target().port());
                };
        rack.sync(surroundings.links(), new InetSocketAddress(address, port), now);
    }

    /// Whether nobody has ever answered in this mode, and the other is worth a try.
    boolean wantsOtherMode(long now) {
        return mode != BondMode.EACH
                && !understood
                && setup.config().plainPort().isPresent()
                && now - lonelyNanos >= OTHER_MODE_AFTER_NANOS;
    }

    void kick(long now) {
        pilot.kick(now);
    }

    void carryOut(LinkRequest request, long now) {
        var slot = rack.slotOf(request.link());
        if (slot < 0) {
            request.refusal()
                    .complete(
                            Optional.of(
                                    "there is no link %s; there are: %s"
                                            .formatted(
                                                    request.link(),
                                                    String.join(", ", rack.names()))));
            return;
        }
        var terms = request.change().apply(setup.book().terms(request.link()));
        if (bond.setTerms(slot, terms, now)) {
            setup.book().terms(request.link(), terms);
            request.refusal().complete(Optional.empty());
        } else {
            request.refusal()
                    .complete(Optional.of(request.link() + " is the last link that works"));
        }
    }

    @Override
    public void close() {
        rack.close();
    }

    private final class Output implements BondOutput {
        private final LocalIngest ingest;

        Output(LocalIngest ingest) {
            this.ingest = ingest;
        }

        @Override
        public boolean toLink(int slot, ByteBuffer datagram) {
            return rack.send(slot, datagram);
        }

        @Override
        public void toEncoder(ByteBuffer datagram) {
            ingest.send(datagram);
        }
    }
}
