package net.ratonet.relay.web.login;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.function.Predicate;

/// Browsers that are logged in, in memory only: a restart of the relay logs everybody out. At most
/// so many; the one that was used longest ago goes first. Any thread may call.
public final class Sessions {

    /// One working day: long enough for a live, short enough for a forgotten browser.
    public static final Duration LIFETIME = Duration.ofHours(12);

    private static final int MOST = 10_000;
    private static final int MOST_OF_ONE_PERSON = 20;
    private static final int RANDOM_BYTES = 32;

    private final InstantSource clock;
    private final SecureRandom random;
    private final LinkedHashMap<String, Session> sessions = new LinkedHashMap<>(16, 0.75f, true);

    public Sessions(InstantSource clock, SecureRandom random) {
        this.clock = clock;
        this.random = random;
    }

    public synchronized Session open(Person person) {
        forget(session -> isOver(session, clock.instant()));
        var session = new Session(token(), person, token(), clock.instant().plus(LIFETIME));
        makeRoomFor(person);
        sessions.put(session.id(), session);
        if (sessions.size() > MOST) {
            sessions.remove(sessions.sequencedKeySet().getFirst());
        }
        return session;
    }

    public synchronized Optional<Session> find(String id) {
        return Optional.ofNullable(sessions.get(id))
                .filter(session -> !isOver(session, clock.instant()));
    }

    /// False when there was nothing to close.
    public synchronized boolean close(String id) {
        return sessions.remove(id) != null;
    }

    /// Logs somebody out everywhere, as after a new key or a removal.
    public synchronized void closeAll(Person person) {
        forget(session -> session.person().equals(person));
    }

    /// One person cannot push everybody else out.
    private void makeRoomFor(Person person) {
        var own = sessions.values().stream().filter(open -> open.person().equals(person)).toList();
        own.stream()
                .limit(Math.max(0, own.size() - MOST_OF_ONE_PERSON + 1))
                .forEach(oldest -> sessions.remove(oldest.id()));
    }

    private void forget(Predicate<Session> condition) {
        sessions.values().removeIf(condition);
    }

    private static boolean isOver(Session session, Instant now) {
        return !now.isBefore(session.expiresAt());
    }

    private String token() {
        var bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
