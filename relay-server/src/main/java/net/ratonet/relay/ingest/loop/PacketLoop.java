package net.ratonet.relay.ingest.loop;

import java.io.IOException;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Consumer;
import java.util.function.LongPredicate;
import net.ratonet.shared.flow.Ticker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Waits for datagrams and hands them, on its one thread, to whoever owns the socket. What others
/// want done on that thread they post.
public final class PacketLoop implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PacketLoop.class);
    private static final int LONGEST_QUEUE = 1_024;
    private static final long TICK_MS = 10;
    private static final long TICK_NANOS = TICK_MS * 1_000_000;

    /// While nobody has anything to look after, a packet wakes the loop soon enough.
    private static final long IDLE_MS = 250;

    /// A mistake that every packet repeats must not fill the log.
    private static final long LOG_PAUSE_NANOS = 10_000_000_000L;

    private final Ticker ticker;
    private final Selector selector;
    private final BlockingQueue<Runnable> posted = new ArrayBlockingQueue<>(LONGEST_QUEUE);
    private final List<LongPredicate> ticks = new ArrayList<>();
    private final Consumer<SelectionKey> ready = this::ready;
    private final Thread thread;
    private long tickedAt;
    private boolean busy;
    private long mistakes;
    private long mistakeLoggedAt;
    private volatile boolean closing;

    public PacketLoop(String name, Ticker ticker) throws IOException {
        this.ticker = ticker;
        this.selector = Selector.open();
        this.thread = Thread.ofPlatform().daemon().name(name).unstarted(this::run);
    }

    public void start() {
        thread.start();
    }

    /// Before the start, or on the loop's thread.
    public SelectionKey watch(DatagramChannel channel, LoopSocket owner) throws IOException {
        channel.configureBlocking(false);
        return channel.register(selector, SelectionKey.OP_READ, owner);
    }

    /// Called on the loop's thread, with the time: about every 10 ms as long as one of them answers
    /// that it has something to look after, else less often. To be set before the start.
    public void everyTick(LongPredicate tick) {
        ticks.add(tick);
    }

    /// To be done on the loop's thread; false when too much waits already. Any thread may call.
    public boolean post(Runnable work) {
        var taken = posted.offer(work);
        selector.wakeup();
        return taken;
    }

    /// Does what was posted before, then ends the thread and every socket that is watched.
    @Override
    public void close() {
        closing = true;
        selector.wakeup();
        try {
            thread.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        closeSockets();
    }

    private void run() {
        while (!closing) {
            try {
                selector.select(ready, busy ? TICK_MS : IDLE_MS);
                runPosted();
                tick();
            } catch (ClosedSelectorException _) {
                return;
            } catch (Exception mistake) {
                log(mistake);
            }
        }
        try {
            runPosted();
        } catch (Exception mistake) {
            log(mistake);
        }
    }

    private void log(Exception mistake) {
        var now = ticker.nowNanos();
        if (mistakes++ == 0 || now - mistakeLoggedAt >= LOG_PAUSE_NANOS) {
            mistakeLoggedAt = now;
            LOG.error(
                    "{} goes on after {} mistakes of its own, the last of them:",
                    thread.getName(),
                    mistakes,
                    mistake);
        }
    }

    private void ready(SelectionKey key) {
        if (key.isValid()) {
            ((LoopSocket) key.attachment()).ready(ticker.nowNanos());
        }
    }

    private void runPosted() {
        for (var work = posted.poll(); work != null; work = posted.poll()) {
            work.run();
        }
    }

    private void tick() {
        var now = ticker.nowNanos();
        if (now - tickedAt >= TICK_NANOS) {
            tickedAt = now;
            busy = false;
            for (var tick : ticks) {
                busy |= tick.test(now);
            }
        }
    }

    private void closeSockets() {
        if (!selector.isOpen()) {
            return;
        }
        try {
            for (var key : selector.keys()) {
                key.channel().close();
            }
            selector.close();
        } catch (IOException trouble) {
            LOG.debug("closing {}", thread.getName(), trouble);
        }
    }
}
