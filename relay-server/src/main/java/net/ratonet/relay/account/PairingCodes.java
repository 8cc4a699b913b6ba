package net.ratonet.relay.account;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.function.Predicate;
import net.ratonet.shared.telemetry.StreamerId;

/// The pairing codes that wait for their station: hashed, in memory only, one for each streamer. A
/// restart of the relay forgets them, which costs a streamer one more click. Any thread may call.
public final class PairingCodes {

    /// Long enough to walk to the station and type, short enough for a code that was on a screen.
    public static final Duration LIFETIME = Duration.ofMinutes(10);

    /// Who asks last pushes out who asked first.
    private static final int MOST = 10_000;

    private final KeyMaker keys;
    private final InstantSource clock;
    private final LinkedHashMap<KeyHash, Waiting> waiting = new LinkedHashMap<>();

    public PairingCodes(KeyMaker keys, InstantSource clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /// Whose station it is, and what they call it; the name may be empty.
    public record Pairing(StreamerId streamer, String name) {}

    private record Waiting(Pairing pairing, Instant expiresAt) {}

    /// A new code; an earlier one of the same streamer no longer works.
    ///
    /// @param name what the station is to be called, or empty
    public synchronized PairingCode make(StreamerId streamer, String name) {
        var now = clock.instant();
        forget(code -> code.pairing().streamer().equals(streamer) || isOver(code, now));
        var made = new PairingCode(keys.pairingCode(), now.plus(LIFETIME));
        waiting.put(
                KeyHash.of(made.code()),
                new Waiting(new Pairing(streamer, name), made.expiresAt()));
        if (waiting.size() > MOST) {
            waiting.remove(waiting.sequencedKeySet().getFirst());
        }
        return made;
    }

    /// What the code is for; for nothing from then on.
    public synchronized Optional<Pairing> redeem(String code) {
        var now = clock.instant();
        return Optional.ofNullable(waiting.remove(KeyHash.of(code)))
                .filter(found -> !isOver(found, now))
                .map(Waiting::pairing);
    }

    private void forget(Predicate<Waiting> condition) {
        waiting.values().removeIf(condition);
    }

    private static boolean isOver(Waiting code, Instant now) {
        return !now.isBefore(code.expiresAt());
    }
}
