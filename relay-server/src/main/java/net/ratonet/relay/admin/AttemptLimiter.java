package net.ratonet.relay.admin;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import net.ratonet.shared.flow.Ticker;

/// Slows down whoever guesses tokens: after a few failures each further one doubles the wait, per
/// address. Any thread may call.
///
/// For a token that a person chose, ask [#remaining] before looking at it. For random keys, look
/// first and ask only when the key is wrong: nobody guesses one, and people who share an address
/// with a broken script stay in.
public final class AttemptLimiter {

    /// Typing mistakes cost nothing.
    private static final int FREE_FAILURES = 3;

    private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);
    private static final int MOST_DOUBLINGS = 9;
    private static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(30);

    /// About 2 MB; a guesser with more addresses than this pushes out their own oldest ones first.
    private static final int MOST_ADDRESSES = 10_000;

    private final Ticker ticker;

    /// Longest ago failed comes first.
    private final Map<String, Failures> failures = new LinkedHashMap<>();

    public AttemptLimiter(Ticker ticker) {
        this.ticker = ticker;
    }

    /// How long the address still has to wait; empty when it may try now.
    public synchronized Optional<Duration> remaining(String address) {
        var known = failures.get(AddressGroup.of(address));
        if (known == null) {
            return Optional.empty();
        }
        var left = known.waitNanos() - (ticker.nowNanos() - known.lastNanos);
        return left > 0 ? Optional.of(Duration.ofNanos(left)) : Optional.empty();
    }

    public synchronized void failed(String address) {
        var now = ticker.nowNanos();
        forgetOld(now);
        var group = AddressGroup.of(address);
        var before = failures.remove(group);
        failures.put(group, new Failures(before == null ? 1 : before.count + 1, now));
    }

    public synchronized void succeeded(String address) {
        failures.remove(AddressGroup.of(address));
    }

    synchronized int size() {
        return failures.size();
    }

    private void forgetOld(long now) {
        var oldest = failures.values().iterator();
        while (oldest.hasNext()
                && (now - oldest.next().lastNanos > FORGOTTEN_AFTER.toNanos()
                        || failures.size() >= MOST_ADDRESSES)) {
            oldest.remove();
        }
    }

    private record Failures(int count, long lastNanos) {

        long waitNanos() {
            var over = count - FREE_FAILURES;
            if (over <= 0) {
                return 0;
            }
            var doubled = FIRST_WAIT.toNanos() << Math.min(over - 1, MOST_DOUBLINGS);
            return Math.min(doubled, LONGEST_WAIT.toNanos());
        }
    }
}
