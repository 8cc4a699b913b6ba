package net.ratonet.station.uplink;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import net.ratonet.shared.wire.Decoded;
import net.ratonet.shared.wire.FieldMessage;
import net.ratonet.shared.wire.OrderAnswer;
import net.ratonet.shared.wire.StationOrder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What is said while connected: reports, status and pings out, orders in. Owned by the uplink's
/// thread; a failed send is the end of the connection.
final class Conversation {

    private static final Logger LOG = LoggerFactory.getLogger(Conversation.class);

    private static final long STATUS_PERIOD_NANOS = Duration.ofSeconds(5).toNanos();

    /// So many reports at a time leave room to listen in between.
    private static final int BATCH = 20;

    private final FieldSocket socket;
    private final Letterhead letterhead;
    private final Outbox outbox;
    private final Consumer<StationOrder> orders;
    private final Supplier<Map<String, String>> status;
    private long statusDueNanos;

    /// @param orders takes what the relay wants done; the answer comes back through `answer`
    Conversation(
            FieldSocket socket,
            Letterhead letterhead,
            Outbox outbox,
            Consumer<StationOrder> orders,
            Supplier<Map<String, String>> status,
            long nowNanos) {
        this.socket = socket;
        this.letterhead = letterhead;
        this.outbox = outbox;
        this.orders = orders;
        this.status = status;
        this.statusDueNanos = nowNanos;
    }

    void talk(long nowNanos) throws IOException {
        for (var count = 0; count < BATCH; count++) {
            var report = outbox.next();
            if (report.isEmpty()) {
                break;
            }
            socket.send(
                    letterhead.write(
                            new FieldMessage.Report(report.get().reading()), report.get().at()));
        }
        if (nowNanos - statusDueNanos >= 0) {
            statusDueNanos = nowNanos + STATUS_PERIOD_NANOS;
            socket.send(letterhead.write(new FieldMessage.Status(status.get())));
            socket.ping(outbox.mark());
        }
    }

    void listen(String text) throws IOException {
        switch (letterhead.read(text)) {
            case Decoded.Accepted<FieldMessage>(var message) -> take(message);
            case Decoded.Refused<FieldMessage>(var field, var reason) ->
                    refuse(text, field + " " + reason);
            case Decoded.Malformed<FieldMessage>(var reason) ->
                    LOG.warn("Relay: sent something unreadable ({})", reason);
        }
    }

    void confirm(long mark) {
        outbox.confirm(mark);
    }

    void close() {
        socket.close();
    }

    void abort() {
        socket.abort();
    }

    void answer(StationOrder order, OrderAnswer answer) throws IOException {
        LOG.info("Relay asks: {} - {}", order.command(), answer.explanation());
        socket.send(letterhead.write(new FieldMessage.Answer(answer)));
    }

    private void take(FieldMessage message) {
        switch (message) {
            case FieldMessage.Order(var order) -> orders.accept(order);
            case FieldMessage.Report _, FieldMessage.Status _, FieldMessage.Answer _ ->
                    LOG.debug("the relay sent what only a station sends");
        }
    }

    private void refuse(String text, String reason) throws IOException {
        LOG.warn("Relay: sent an order that this station does not understand ({})", reason);
        var answer = OrderDesk.refuse(text, reason);
        if (answer.isPresent()) {
            socket.send(letterhead.write(new FieldMessage.Answer(answer.get())));
        }
    }
}
