package net.ratonet.station.network;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Looks each second which links there are, and asks for the relay's addresses until they are known
/// and now and then afterwards. Lives on the virtual thread "link-watcher"; anybody may read what
/// it has found.
final class LinkWatcher implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LinkWatcher.class);
    private static final Duration PERIOD = Duration.ofSeconds(1);
    private static final int RESOLVE_EVERY = 60;
    private static final int SAVE_EVERY = 30;

    private final Supplier<List<LocalLink>> scan;
    private final String host;
    private final LinkBook book;
    private final Runnable onChange;
    private final Thread thread = Thread.ofVirtual().name("link-watcher").unstarted(this::run);
    private volatile Surroundings surroundings = Surroundings.NONE;

    /// Owned by the watcher's thread.
    private List<String> findings = List.of();

    LinkWatcher(Supplier<List<LocalLink>> scan, String host, LinkBook book, Runnable onChange) {
        this.scan = scan;
        this.host = host;
        this.book = book;
        this.onChange = onChange;
    }

    void start() {
        thread.start();
    }

    Surroundings surroundings() {
        return surroundings;
    }

    @Override
    public void close() {
        thread.interrupt();
        book.save();
    }

    private void run() {
        try {
            for (var round = 0; !Thread.interrupted(); round++) {
                look(round);
                if (round % SAVE_EVERY == SAVE_EVERY - 1) {
                    book.save();
                }
                Thread.sleep(PERIOD);
            }
        } catch (InterruptedException _) {
            LOG.debug("the link watcher ends");
        }
    }

    private void look(int round) {
        var known = surroundings.relay();
        var relay = known.isEmpty() || round % RESOLVE_EVERY == 0 ? resolve(known) : known;
        var next = new Surroundings(scan.get(), relay);
        if (!next.equals(surroundings)) {
            surroundings = next;
            onChange.run();
        }
        var diagnosis = LinkDoctor.diagnose(next.links());
        if (!diagnosis.equals(findings)) {
            diagnosis.forEach(LOG::warn);
            findings = diagnosis;
        }
    }

    private List<InetAddress> resolve(List<InetAddress> known) {
        try {
            return List.of(InetAddress.getAllByName(host));
        } catch (UnknownHostException _) {
            if (known.isEmpty()) {
                LOG.warn("The relay's name {} has no address yet; asking again.", host);
            }
            return known;
        }
    }
}
