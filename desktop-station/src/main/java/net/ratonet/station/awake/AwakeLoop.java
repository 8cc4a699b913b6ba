package net.ratonet.station.awake;

import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Holds sleep and screen lock off while that is wanted, on the thread "awake". Others only say
/// what they want and never wait.
public final class AwakeLoop implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(AwakeLoop.class);

    private final WakeLock lock;
    private final Thread thread = Thread.ofPlatform().daemon().name("awake").unstarted(this::run);
    private boolean wanted;

    /// Owned by the thread.
    private boolean told;

    public AwakeLoop() {
        this(WakeLock.ofThisSystem());
    }

    AwakeLoop(WakeLock lock) {
        this.lock = lock;
    }

    public void start() {
        thread.start();
    }

    public synchronized void want(boolean awake) {
        wanted = awake;
        notifyAll();
    }

    private void run() {
        try {
            while (true) {
                awaitWish(true);
                tell(lock.hold());
                awaitWish(false);
                lock.release();
            }
        } catch (InterruptedException _) {
            lock.release();
        }
    }

    private synchronized void awaitWish(boolean awake) throws InterruptedException {
        while (wanted != awake) {
            wait();
        }
    }

    private void tell(Optional<String> trouble) {
        if (trouble.isPresent() && !told) {
            told = true;
            LOG.warn(
                    "The machine may fall asleep while live: {}. Switch that off in its settings",
                    trouble.get());
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
