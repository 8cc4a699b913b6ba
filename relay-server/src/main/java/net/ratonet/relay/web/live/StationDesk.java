package net.ratonet.relay.web.live;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import net.ratonet.relay.web.http.TokenBuckets;
import net.ratonet.shared.flow.Ticker;
import net.ratonet.shared.telemetry.StreamerId;
import net.ratonet.shared.wire.FieldCodec;
import net.ratonet.shared.wire.FieldEnvelope;
import net.ratonet.shared.wire.FieldMessage;
import net.ratonet.shared.wire.OrderAnswer;
import net.ratonet.shared.wire.OrderRole;
import net.ratonet.shared.wire.StationCommand;
import net.ratonet.shared.wire.StationOrder;

/// Takes orders to the stations of a streamer and brings their answers back. Any thread may call;
/// who gives an order waits for the answers, on a virtual thread.
public final class StationDesk {

    /// To go live, a station looks for three seconds at what speaks against it; the rest is for bad
    /// networks.
    public static final Duration PATIENCE = Duration.ofSeconds(10);

    /// Of one streamer, whoever gives them: panels and bots, not scripts that have gone wild.
    private static final double PER_SECOND = 2;

    private static final double BURST = 20;
    private static final int MOST_STREAMERS = 20_000;
    private static final int MOST_UNDER_WAY = 8;

    private final InstantSource clock;
    private final Ticker ticker;
    private final Duration patience;
    private final TokenBuckets pace = new TokenBuckets(PER_SECOND, BURST, MOST_STREAMERS);
    private final AtomicLong numbers = new AtomicLong();
    private final Map<StreamerId, Stations> stations = new ConcurrentHashMap<>();

    public StationDesk(InstantSource clock, Ticker ticker) {
        this(clock, ticker, PATIENCE);
    }

    StationDesk(InstantSource clock, Ticker ticker, Duration patience) {
        this.clock = clock;
        this.ticker = ticker;
        this.patience = patience;
    }

    void enter(StreamerId id, FieldPeer peer, StationLine line) {
        stations.compute(
                id,
                (_, known) -> {
                    var all = known == null ? new Stations() : known;
                    all.enter(peer, line);
                    return all;
                });
    }

    void leave(StreamerId id, FieldPeer peer) {
        stations.computeIfPresent(id, (_, all) -> all.leave(peer) ? null : all);
    }

    /// An answer that nobody waits for any more is dropped.
    void answered(StreamerId id, FieldPeer peer, OrderAnswer answer) {
        var all = stations.get(id);
        if (all != null) {
            all.answered(peer, answer);
        }
    }

    /// Sends the order to the streamer's stations and waits until each has answered, or the time is
    /// up.
    ///
    /// @param station the one that is meant, by id or name; empty = all
    public OrderReport give(StreamerId id, String station, StationCommand command, OrderRole role) {
        var all = stations.get(id);
        var meant = all == null ? List.<Stations.Station>of() : all.called(station);
        if (all == null || meant.isEmpty()) {
            return new OrderReport.NoStation(all != null && !all.hasAny());
        }
        var wait = pace.take(id.value(), ticker.nowNanos());
        if (wait.isPositive()) {
            return new OrderReport.TooMany(wait);
        }
        if (!all.begin(MOST_UNDER_WAY)) {
            return new OrderReport.TooMany(patience);
        }
        try {
            var sent = send(id, all, meant, command, role);
            var report = await(sent);
            sent.forEach(order -> all.forget(order.number()));
            return report;
        } finally {
            all.end();
        }
    }

    private List<Sent> send(
            StreamerId id,
            Stations all,
            List<Stations.Station> meant,
            StationCommand command,
            OrderRole role) {
        var sent = new ArrayList<Sent>();
        for (var station : meant) {
            var number = Long.toString(numbers.incrementAndGet());
            var outcome = all.expect(station.peer(), number);
            outcome.completeOnTimeout(
                    new OrderOutcome.Silent(), patience.toNanos(), TimeUnit.NANOSECONDS);
            sent.add(new Sent(number, station.peer(), outcome));
            station.line()
                    .send(
                            text(id, new StationOrder(number, command, role)),
                            () -> outcome.complete(new OrderOutcome.Gone()));
        }
        return sent;
    }

    private String text(StreamerId id, StationOrder order) {
        return FieldCodec.encode(
                new FieldEnvelope(id, clock.instant(), new FieldMessage.Order(order)));
    }

    private static OrderReport await(List<Sent> orders) {
        return new OrderReport.Given(
                orders.stream()
                        .map(sent ->
                                new OrderReport.AtStation(
                                        sent.peer().label(), sent.outcome().join()))
                        .toList());
    }

    private record Sent(String number, FieldPeer peer, CompletableFuture<OrderOutcome> outcome) {}
}
