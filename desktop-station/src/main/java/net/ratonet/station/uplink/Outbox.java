package net.ratonet.station.uplink;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import net.ratonet.shared.telemetry.GeoFix;
import net.ratonet.shared.wire.ReadingCodec;

/// What still has to reach the relay. Every position waits here, in order, until the relay is known
/// to have it; of anything else only the newest is worth sending. Owned by the uplink's thread.
final class Outbox {

    /// Dropping what has arrived means to write the journal anew, which is worth it only for many.
    private static final int STALE_ENOUGH = 60;

    private final int mostPositions;
    private final PositionJournal journal;
    private final Map<String, Report> newest = new LinkedHashMap<>();
    private final Deque<Report> positions = new ArrayDeque<>();
    private final Deque<Report> unconfirmed = new ArrayDeque<>();

    /// How many positions were handed to the connection, and how many of these have arrived.
    private long handedOver;

    private long arrived;

    private long lost;

    /// How many lines of the journal have arrived or were given up.
    private long stale;

    /// Begins with what an earlier run could not deliver.
    ///
    /// @param mostPositions the oldest are given up beyond this
    Outbox(int mostPositions, PositionJournal journal) {
        this.mostPositions = mostPositions;
        this.journal = journal;
        positions.addAll(journal.read());
        giveUpTheOldest();
        journal.keepOnly(waiting());
    }

    void add(Report report) {
        if (report.reading() instanceof GeoFix) {
            positions.addLast(report);
            journal.add(report);
            giveUpTheOldest();
        } else {
            newest.put(ReadingCodec.typeOf(report.reading()), report);
        }
    }

    /// The next report to send, which from then on counts as handed over.
    Optional<Report> next() {
        var kinds = newest.values().iterator();
        if (kinds.hasNext()) {
            var report = kinds.next();
            kinds.remove();
            return Optional.of(report);
        }
        var position = Optional.ofNullable(positions.pollFirst());
        position.ifPresent(report -> {
            unconfirmed.addLast(report);
            handedOver++;
        });
        return position;
    }

    /// To be sent along, and to come back once everything before it has arrived.
    long mark() {
        return handedOver;
    }

    void confirm(long mark) {
        while (arrived < mark && !unconfirmed.isEmpty()) {
            unconfirmed.removeFirst();
            arrived++;
            stale++;
        }
        tidyUp();
    }

    /// Whatever nobody confirmed is sent again; the relay knows a position by its time.
    void connectionLost() {
        while (!unconfirmed.isEmpty()) {
            positions.addFirst(unconfirmed.removeLast());
        }
        arrived = handedOver;
        giveUpTheOldest();
    }

    /// The program ends: the journal holds just what the relay has not confirmed.
    void close() {
        journal.keepOnly(waiting());
    }

    boolean isEmpty() {
        return newest.isEmpty() && positions.isEmpty();
    }

    int waitingPositions() {
        return positions.size() + unconfirmed.size();
    }

    /// Positions that were given up for want of room.
    long lostPositions() {
        return lost;
    }

    private void giveUpTheOldest() {
        while (waitingPositions() > mostPositions && !positions.isEmpty()) {
            positions.removeFirst();
            lost++;
            stale++;
        }
        tidyUp();
    }

    private void tidyUp() {
        if (stale >= Math.max(STALE_ENOUGH, waitingPositions())) {
            stale = 0;
            journal.keepOnly(waiting());
        }
    }

    private List<Report> waiting() {
        return Stream.concat(unconfirmed.stream(), positions.stream()).toList();
    }
}
