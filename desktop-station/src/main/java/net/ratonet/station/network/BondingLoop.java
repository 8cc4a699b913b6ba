package net.ratonet.station.network;

import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import net.ratonet.shared.flow.Ticker;
import net.ratonet.station.bonding.BondMode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Moves the datagrams of one live between encoder and links. Lives on the thread "bonding", which
/// owns the bond and all sockets; whatever goes wrong there, it begins again.
final class BondingLoop implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(BondingLoop.class);

    private static final long LONGEST_WAIT_MS = 10;

    /// After a round that found little, packets may gather for this long: waking up for each costs
    /// more than carrying it.
    private static final long REST_NANOS = 4_000_000;

    private static final int LITTLE = 32;
    private static final long PAUSE_MS = 1_000;
    private static final long FAREWELL_MS = 1_000;
    private static final int MOST_REQUESTS = 64;

    private final LocalIngest ingest;
    private final LinkWatcher watcher;
    private final BondSetup setup;
    private final Ticker ticker;
    private final Selector selector;
    private final BlockingQueue<LinkRequest> requests = new ArrayBlockingQueue<>(MOST_REQUESTS);
    private final Thread thread = Thread.ofPlatform().daemon().name("bonding").unstarted(this::run);
    private volatile boolean closing;
    private volatile boolean kicked;

    /// Owned by the loop's thread.
    private BondMode mode;

    private int found;

    BondingLoop(BondSetup setup, Supplier<List<LocalLink>> scan, Ticker ticker) throws IOException {
        this.setup = setup;
        this.ticker = ticker;
        this.mode = setup.target().mode();
        this.selector = Selector.open();
        this.ingest = new LocalIngest(setup.config().listen());
        this.watcher = new LinkWatcher(scan, setup.target().host(), setup.book(), selector::wakeup);
    }

    int port() throws IOException {
        return ingest.port();
    }

    void start() {
        watcher.start();
        thread.start();
    }

    /// False when so many wait already that this one would come too late.
    boolean request(LinkRequest request) {
        var taken = requests.offer(request);
        selector.wakeup();
        return taken;
    }

    void kick() {
        kicked = true;
    }

    @Override
    public void close() {
        closing = true;
        selector.wakeup();
        try {
            thread.join(FAREWELL_MS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        watcher.close();
        closeQuietly(ingest);
        closeQuietly(selector);
    }

    private void run() {
        while (!closing) {
            try (var session = new BondSession(setup, mode, ingest, selector, ticker)) {
                serve(session);
            } catch (Exception trouble) {
                LOG.error("Bonding stumbled and begins again", trouble);
                pause();
            }
        }
    }

    private void serve(BondSession session) throws IOException {
        while (!closing) {
            found = 0;
            selector.select(this::read, LONGEST_WAIT_MS);
            var now = ticker.nowNanos();
            for (var next = requests.poll(); next != null; next = requests.poll()) {
                session.carryOut(next, now);
            }
            if (kicked) {
                kicked = false;
                session.kick(now);
            }
            session.advance(watcher.surroundings(), now);
            if (session.wantsOtherMode(now)) {
                mode = otherMode();
                return;
            }
            if (found < LITTLE) {
                LockSupport.parkNanos(REST_NANOS);
            }
        }
    }

    private BondMode otherMode() {
        return switch (mode) {
            case BONDED -> {
                LOG.warn("Nobody answers SRTLA there: plain SRT over the best link instead.");
                yield BondMode.PLAIN;
            }
            case PLAIN -> {
                LOG.warn("Nobody answers plain SRT there either: SRTLA over all links again.");
                yield BondMode.BONDED;
            }
            case EACH -> BondMode.EACH;
        };
    }

    private void read(SelectionKey key) {
        if (key.attachment() instanceof PacketSource source) {
            found += source.drain(ticker.nowNanos());
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static void closeQuietly(AutoCloseable resource) {
        try {
            resource.close();
        } catch (Exception trouble) {
            LOG.debug("did not close: {}", trouble.getMessage());
        }
    }
}
