package net.ratonet.relay.ingest.srtla;

import java.util.Optional;

/// Says at most once a minute what came in that nobody wanted, so that an attack cannot fill the
/// log. Pure.
final class UnwantedNote {

    private static final long MINUTE = 60_000_000_000L;

    /// Senders that come back to a restarted relay cause a few; only more is worth a line.
    private static final long WORTH_A_LINE = 100;

    private SrtlaTally noted = SrtlaTally.NONE;
    private long notedAt;
    private boolean everNoted;

    Optional<String> note(SrtlaTally now, long nowNanos) {
        var quiet = now.unwanted() - noted.unwanted() < WORTH_A_LINE;
        if (quiet || (everNoted && nowNanos - notedAt < MINUTE)) {
            return Optional.empty();
        }
        var text =
                ("Bonded streams: turned away %d packets from unknown addresses, %d without sense"
                                + " and %d registrations; streams that run are not affected")
                        .formatted(
                                now.strangers() - noted.strangers(),
                                now.senseless() - noted.senseless(),
                                now.refused() + now.flooded() - noted.refused() - noted.flooded());
        noted = now;
        notedAt = nowNanos;
        everNoted = true;
        return Optional.of(text);
    }
}
