package net.ratonet.relay.ingest.srt;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import net.ratonet.relay.ingest.loop.PacketLoop;
import net.ratonet.relay.session.PlayRight;
import net.ratonet.shared.flow.Ticker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// SRT for everybody on one public UDP port: publishers and players, told apart by their stream id.
/// One thread, `srt`, owns the ports. Any thread may call.
public final class SrtGateway implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SrtGateway.class);
    private static final long REPORT_EVERY = Duration.ofMinutes(1).toNanos();

    private final SrtPorts ports;
    private final SrtDesk desk;
    private final PacketLoop loop;
    private final RandomGenerator random;
    private final List<PublicPort> open = new ArrayList<>();
    private final AtomicBoolean closed = new AtomicBoolean();
    private long reportedAt;

    /// Opens nothing yet.
    ///
    /// @param random must not be guessed by callers
    public SrtGateway(SrtPorts ports, SrtBackend backend, Ticker ticker, RandomGenerator random)
            throws IOException {
        this.ports = ports;
        this.random = random;
        this.desk = new SrtDesk(backend, ticker, random);
        this.loop = new PacketLoop("srt", ticker);
        this.reportedAt = ticker.nowNanos();
        loop.everyTick(this::tick);
    }

    /// Opens the ports.
    ///
    /// @throws IOException when the base port is taken
    public SrtGateway start() throws IOException {
        try {
            open.add(PublicPort.open(ports.base(), 0, desk, loop, random));
        } catch (IOException taken) {
            throw new IOException(
                    "SRT needs UDP port %d: %s. Stop what uses it, or set another one"
                            .formatted(ports.base(), taken.getMessage()),
                    taken);
        }
        openOthers();
        loop.start();
        desk.start();
        LOG.info("SRT on UDP port {}{}", port(), open.size() == 1 ? "" : " and " + others());
        return this;
    }

    /// The main port.
    public int port() {
        return open.getFirst().number();
    }

    /// How many peers something is remembered of.
    int sessions() {
        return open.stream().mapToInt(PublicPort::sessions).sum();
    }

    /// For peers that do not come over a port of the gateway's own.
    public SrtDoor door() {
        return desk;
    }

    /// Ends the sessions of these players.
    public void dropPlayers(Predicate<PlayRight> which) {
        desk.dropPlayers(which);
    }

    /// Says goodbye to every peer.
    @Override
    public void close() {
        if (closed.getAndSet(true)) {
            return;
        }
        loop.post(() -> open.forEach(PublicPort::closeSessions));
        loop.close();
        desk.close();
    }

    private void openOthers() {
        var taken = new ArrayList<Integer>();
        ports.others()
                .forEach(step -> {
                    try {
                        var slot = step % ports.perStreamer();
                        open.add(PublicPort.open(ports.base() + step, slot, desk, loop, random));
                    } catch (IOException _) {
                        taken.add(ports.base() + step);
                    }
                });
        if (!taken.isEmpty()) {
            LOG.warn("SRT goes without these UDP ports, which are taken: {}", taken);
        }
    }

    private String others() {
        return "%d more, up to %d".formatted(open.size() - 1, open.getLast().number());
    }

    private boolean tick(long nowNanos) {
        open.forEach(port -> port.tick(nowNanos));
        if (nowNanos - reportedAt >= REPORT_EVERY) {
            reportedAt = nowNanos;
            var strangers = open.stream().mapToLong(PublicPort::takeStrangers).sum();
            if (strangers > 0) {
                LOG.info("{} packets on the SRT ports belonged to nobody's session", strangers);
            }
        }
        return sessions() > 0;
    }
}
