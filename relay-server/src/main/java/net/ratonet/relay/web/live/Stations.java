package net.ratonet.relay.web.live;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import net.ratonet.shared.wire.OrderAnswer;

/// The agents of one streamer that are connected, and the orders whose answer they still owe. Any
/// thread may call.
final class Stations {

    /// One that reads orders.
    record Station(FieldPeer peer, StationLine line) {}

    private record Owed(FieldPeer by, CompletableFuture<OrderOutcome> outcome) {}

    private final Map<FieldPeer, Station> reading = new LinkedHashMap<>();
    private final Set<FieldPeer> deaf = new HashSet<>();
    private final Map<String, Owed> owed = new HashMap<>();
    private int underWay;

    /// A station that comes back has left its earlier connection, whether that is closed or not.
    synchronized void enter(FieldPeer peer, StationLine line) {
        if (!peer.takesOrders()) {
            deaf.add(peer);
            return;
        }
        var earlier =
                reading.keySet().stream()
                        .filter(known -> !known.name().isEmpty())
                        .filter(known -> known.name().equals(peer.name()))
                        .toList();
        earlier.forEach(this::drop);
        reading.put(peer, new Station(peer, line));
    }

    /// Answers whether nobody is left.
    synchronized boolean leave(FieldPeer peer) {
        deaf.remove(peer);
        drop(peer);
        return deaf.isEmpty() && reading.isEmpty();
    }

    synchronized boolean hasAny() {
        return !reading.isEmpty();
    }

    /// Those that an order names; empty names all.
    synchronized List<Station> called(String station) {
        return reading.values().stream()
                .filter(known -> station.isEmpty() || known.peer().isCalled(station))
                .toList();
    }

    /// False when so many orders are under way already.
    synchronized boolean begin(int most) {
        if (underWay >= most) {
            return false;
        }
        underWay++;
        return true;
    }

    synchronized void end() {
        underWay--;
    }

    /// What will become of the order with this number, which is about to be sent.
    synchronized CompletableFuture<OrderOutcome> expect(FieldPeer peer, String number) {
        var outcome = new CompletableFuture<OrderOutcome>();
        if (reading.containsKey(peer)) {
            owed.put(number, new Owed(peer, outcome));
        } else {
            outcome.complete(new OrderOutcome.Gone());
        }
        return outcome;
    }

    synchronized void forget(String number) {
        owed.remove(number);
    }

    /// Only the station that was asked can answer.
    synchronized void answered(FieldPeer peer, OrderAnswer answer) {
        var order = owed.get(answer.id());
        if (order != null && order.by().equals(peer)) {
            order.outcome().complete(outcome(answer));
        }
    }

    private void drop(FieldPeer peer) {
        reading.remove(peer);
        owed.values().stream()
                .filter(order -> order.by().equals(peer))
                .forEach(order -> order.outcome().complete(new OrderOutcome.Gone()));
    }

    private static OrderOutcome outcome(OrderAnswer answer) {
        return answer.done()
                ? new OrderOutcome.Done(answer.explanation())
                : new OrderOutcome.Refused(answer.explanation());
    }
}
