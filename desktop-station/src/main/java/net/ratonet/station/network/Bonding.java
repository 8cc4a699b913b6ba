package net.ratonet.station.network;

import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import net.ratonet.shared.flow.Ticker;
import net.ratonet.shared.wire.LinkPriority;
import net.ratonet.station.bonding.BondSnapshot;
import net.ratonet.station.bonding.DataBudget;
import net.ratonet.station.bonding.LinkTerms;
import org.jspecify.annotations.Nullable;

/// Bonding for whoever wants it: opens a bond to a relay, tells how it does and takes requests.
/// Safe for any thread.
public final class Bonding implements AutoCloseable {

    private static final long LONGEST_ANSWER_MS = 1_000;

    private final BondingConfig config;
    private final Supplier<List<LocalLink>> scan;
    private final LinkBook book;
    private final Ticker ticker;
    private final BondBoard board = BondBoard.empty();
    private @Nullable BondingLoop loop;

    public Bonding(BondingConfig config, Ticker ticker, InstantSource clock) {
        this(config, ticker, clock, new LinkScan(config.links()));
    }

    Bonding(
            BondingConfig config,
            Ticker ticker,
            InstantSource clock,
            Supplier<List<LocalLink>> scan) {
        this.config = config;
        this.scan = scan;
        this.ticker = ticker;
        this.book = new LinkBook(config.book(), clock);
    }

    public BondBoard board() {
        return board;
    }

    /// Begins to bond, instead of with any relay before.
    ///
    /// @return the port on which the encoder is expected
    public synchronized int open(BondTarget target) throws IOException {
        shut();
        var next = new BondingLoop(new BondSetup(target, config, book, board), scan, ticker);
        next.start();
        loop = next;
        return next.port();
    }

    /// Ends the bond; the next one may go to another relay.
    public synchronized void shut() {
        if (loop != null) {
            loop.close();
            loop = null;
            board.bond().publish(BondSnapshot.NONE);
        }
    }

    /// Switches a link on or off.
    ///
    /// @return why not, or empty when it is done
    public Optional<String> switchLink(String link, boolean on) {
        return request(link, terms -> terms.switched(on));
    }

    /// Says how eagerly to use a link.
    ///
    /// @return why not, or empty when it is done
    public Optional<String> prioritise(String link, LinkPriority priority) {
        return request(link, terms -> terms.prioritised(priority));
    }

    /// Sets a link's data plan; a cap of 0 is none.
    public void plan(String link, long capBytes, int resetDay) {
        book.plan(link, capBytes, resetDay);
    }

    /// How much of each data plan is used, by link; links without a limit are not listed.
    public Map<String, DataBudget> budgets() {
        return book.limited();
    }

    /// Lifts what the bitrate controller holds on to.
    ///
    /// @return why not, or empty when it is done
    public Optional<String> kick() {
        var running = running();
        running.ifPresent(BondingLoop::kick);
        return running.isPresent() ? Optional.empty() : Optional.of("nothing is being bonded");
    }

    @Override
    public void close() {
        shut();
        book.save();
    }

    private synchronized Optional<BondingLoop> running() {
        return Optional.ofNullable(loop);
    }

    private Optional<String> request(String link, UnaryOperator<LinkTerms> change) {
        var running = running();
        if (running.isEmpty()) {
            book.terms(link, change.apply(book.terms(link)));
            return Optional.empty();
        }
        var answer = new CompletableFuture<Optional<String>>();
        if (!running.get().request(new LinkRequest(link, change, answer))) {
            return Optional.of("too many requests at once");
        }
        try {
            return answer.get(LONGEST_ANSWER_MS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return Optional.of("the station is ending");
        } catch (ExecutionException | TimeoutException _) {
            return Optional.of("bonding does not answer");
        }
    }
}
