package net.ratonet.station.uplink;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import net.ratonet.shared.telemetry.GeoFix;
import net.ratonet.shared.wire.ReadingCodec;

/// What still has to reach the relay. Every position waits here, in order, until the relay is known
/// to have it; of anything else only the newest is worth sending. Owned by the uplink's thread.
final class Outbox {

    private final int mostPositions;
    private final Map<String, Report> newest = new LinkedHashMap<>();
    private final Deque<Report> positions = new ArrayDeque<>();
    private final Deque<Report> unconfirmed = new ArrayDeque<>();

    /// How many positions were handed to the connection, and how many of these have arrived.
    private long handedOver;

    private long arrived;

    private long lost;

    /// @param mostPositions the oldest are given up beyond this
    Outbox(int mostPositions) {
        this.mostPositions = mostPositions;
    }

    void add(Report report) {
        if (report.reading() instanceof GeoFix) {
            positions.addLast(report);
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
        }
    }

    /// Whatever nobody confirmed is sent again; the relay knows a position by its time.
    void connectionLost() {
        while (!unconfirmed.isEmpty()) {
            positions.addFirst(unconfirmed.removeLast());
        }
        arrived = handedOver;
        giveUpTheOldest();
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
        }
    }
}
