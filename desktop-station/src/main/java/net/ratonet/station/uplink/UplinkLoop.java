package net.ratonet.station.uplink;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;
import net.ratonet.shared.flow.Latest;
import net.ratonet.shared.flow.Ticker;
import net.ratonet.shared.wire.OrderAnswer;
import net.ratonet.shared.wire.StationOrder;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps the connection to the relay, sends what the station measures and carries out orders. Lives
/// on the thread "uplink", which owns every mutable field; others only leave mail.
final class UplinkLoop {

    private static final Logger LOG = LoggerFactory.getLogger(UplinkLoop.class);

    /// Minutes of readings; beyond that the newest are lost, which only a stuck thread can cause.
    private static final int LONGEST_QUEUE = 1_024;

    /// Half a day at one position a second.
    private static final int MOST_POSITIONS = 43_200;

    private static final long LOOK_AT_CLOCK_MS = 100;

    private final Letterhead letterhead;
    private final FieldConnector connector;
    private final OrderDesk desk;
    private final Supplier<Map<String, String>> status;
    private final Ticker ticker;
    private final DoubleSupplier jitter;

    private final BlockingQueue<Mail> mail = new ArrayBlockingQueue<>(LONGEST_QUEUE);
    private final ReportFilter filter = new ReportFilter();
    private final Outbox outbox;
    private final Latest<UplinkState> state;
    private @Nullable Conversation conversation;
    private @Nullable Conversation broken;
    private int connection;

    /// @param jitter gives numbers from 0 to 1
    UplinkLoop(
            Letterhead letterhead,
            FieldConnector connector,
            OrderDesk desk,
            PositionJournal journal,
            Supplier<Map<String, String>> status,
            Ticker ticker,
            DoubleSupplier jitter) {
        this.outbox = new Outbox(MOST_POSITIONS, journal);
        this.letterhead = letterhead;
        this.connector = connector;
        this.desk = desk;
        this.status = status;
        this.ticker = ticker;
        this.jitter = jitter;
        this.state = new Latest<>(UplinkLifecycle.begin(ticker.nowNanos()));
    }

    Latest<UplinkState> state() {
        return state;
    }

    /// For any thread.
    void offer(List<Report> reports) {
        leave(new Mail.Reports(reports));
    }

    /// Works until the thread is interrupted.
    void run() {
        try {
            while (!Thread.interrupted()) {
                step();
                var letter =
                        mail.poll(
                                outbox.isEmpty() || conversation == null ? LOOK_AT_CLOCK_MS : 0,
                                TimeUnit.MILLISECONDS);
                if (letter != null) {
                    open(letter);
                }
            }
        } catch (InterruptedException _) {
            LOG.debug("the uplink ends");
        } finally {
            if (conversation != null) {
                conversation.close();
            }
            outbox.close();
        }
    }

    /// Takes what has come in, looks at the clock and talks, without waiting for news.
    void step() {
        for (var letter = mail.poll(); letter != null; letter = mail.poll()) {
            open(letter);
        }
        on(new UplinkEvent.TimePassed());
        if (conversation != null) {
            talk(conversation);
        }
    }

    private void open(Mail letter) {
        switch (letter) {
            case Mail.Reports(var reports) ->
                    reports.stream().filter(filter::accepts).forEach(outbox::add);
            case Mail.Signal(var number, var signal) when number == connection -> take(signal);
            case Mail.Signal(_, FieldSignal.Opened(var socket)) -> socket.abort();
            case Mail.Signal _ -> LOG.debug("a signal of an earlier connection");
            case Mail.Answered(var number, var order, var answer) when number == connection ->
                    say(order, answer);
            case Mail.Answered(_, var order, _) ->
                    LOG.info("Relay asked: {}, and is gone before the answer", order.command());
        }
    }

    private void take(FieldSignal signal) {
        switch (signal) {
            case FieldSignal.Opened(var socket) -> {
                conversation =
                        new Conversation(
                                socket,
                                letterhead,
                                outbox,
                                orders(connection),
                                status,
                                ticker.nowNanos());
                on(new UplinkEvent.Opened());
            }
            case FieldSignal.Text(var text) -> {
                on(new UplinkEvent.Heard());
                listen(text);
            }
            case FieldSignal.Pong(var mark) -> {
                on(new UplinkEvent.Heard());
                outbox.confirm(mark);
            }
            case FieldSignal.Lost(var loss) -> lost(loss);
        }
    }

    private void talk(Conversation partner) {
        try {
            partner.talk(ticker.nowNanos());
        } catch (IOException trouble) {
            lostWhileSending(partner, trouble);
        }
    }

    private Consumer<StationOrder> orders(int number) {
        return order -> desk.take(order, answer -> leave(new Mail.Answered(number, order, answer)));
    }

    private void say(StationOrder order, OrderAnswer answer) {
        var partner = conversation;
        if (partner == null) {
            return;
        }
        try {
            partner.answer(order, answer);
        } catch (IOException trouble) {
            lostWhileSending(partner, trouble);
        }
    }

    private void listen(String text) {
        var partner = conversation;
        if (partner == null) {
            return;
        }
        try {
            partner.listen(text);
        } catch (IOException trouble) {
            lostWhileSending(partner, trouble);
        }
    }

    /// The relay may have hung up with a reason that is still on its way, so the old connection is
    /// heard until the next attempt.
    private void lostWhileSending(Conversation partner, IOException trouble) {
        broken = partner;
        lost(Loss.passing(String.valueOf(trouble.getMessage())));
    }

    private void lost(Loss loss) {
        forget();
        on(new UplinkEvent.Lost(loss));
    }

    private void forget() {
        conversation = null;
        outbox.connectionLost();
    }

    private void on(UplinkEvent event) {
        var before = state.get();
        var step = UplinkLifecycle.on(before, event, ticker.nowNanos(), jitter.getAsDouble());
        if (!step.next().equals(before)) {
            state.publish(step.next());
            tell(before, step.next());
        }
        switch (step.action()) {
            case NOTHING -> {}
            case CONNECT -> connect();
            case ABORT -> abort();
        }
    }

    private void connect() {
        if (broken != null) {
            broken.abort();
            broken = null;
        }
        connection++;
        var number = connection;
        connector.connect(signal -> leave(new Mail.Signal(number, signal)));
    }

    private void abort() {
        if (conversation != null) {
            conversation.abort();
        }
        connection++;
        forget();
    }

    private void leave(Mail letter) {
        if (!mail.offer(letter)) {
            LOG.warn("The uplink is busy; a message was lost");
        }
    }

    private void tell(UplinkState before, UplinkState next) {
        switch (next) {
            case UplinkState.Online _ when before instanceof UplinkState.Connecting ->
                    LOG.info(
                            "Relay: connected, {} positions to deliver", outbox.waitingPositions());
            case UplinkState.Waiting(_, var retry, var reason) ->
                    LOG.warn(
                            "Relay: {}. Next attempt in {} s; {} positions wait, {} were given up",
                            reason,
                            TimeUnit.NANOSECONDS.toSeconds(retry - ticker.nowNanos()),
                            outbox.waitingPositions(),
                            outbox.lostPositions());
            case UplinkState.Online _, UplinkState.Connecting _ -> {}
        }
    }
}
