package net.ratonet.station.uplink;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import net.ratonet.shared.telemetry.FixKind;
import net.ratonet.shared.telemetry.GeoFix;
import net.ratonet.shared.telemetry.StreamerId;
import net.ratonet.shared.testing.FakeTicker;
import org.junit.jupiter.api.Test;

final class UplinkLoopTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    private final FakeTicker ticker = new FakeTicker();
    private final FakeConnector connector = new FakeConnector();
    private final UplinkLoop loop =
            new UplinkLoop(
                    new Letterhead(new StreamerId("ana"), () -> NOON),
                    connector,
                    new OrderDesk(OrderDeskTest.idleDesk()),
                    PositionJournal.NONE,
                    () -> Map.of("state", "idle"),
                    ticker,
                    () -> 0);

    @Test
    void sendsWhatIsOfferedOnceConnected() {
        loop.offer(List.of(position(0)));
        loop.step();
        assertThat(connector.attempts).hasSize(1);

        var socket = connect();

        assertThat(socket.sent).anyMatch(text -> text.contains("\"type\":\"gps\""));
    }

    @Test
    void saysItsStatusAndAsksForASignOfLifeEveryFiveSeconds() {
        loop.step();
        var socket = connect();

        for (var second = 0; second < 10; second++) {
            ticker.advance(Duration.ofSeconds(1));
            loop.step();
            connector.last().accept(new FieldSignal.Pong(0));
        }

        assertThat(socket.sent.stream().filter(text -> text.contains("stream_status"))).hasSize(3);
        assertThat(socket.marks).hasSize(3);
    }

    @Test
    void sendsPositionsAgainThatNoPongConfirmed() {
        loop.step();
        connect();
        loop.offer(List.of(position(0), position(1)));
        loop.step();
        connector.last().accept(new FieldSignal.Pong(1));
        loop.step();

        connector.last().accept(new FieldSignal.Lost(Loss.passing("the connection broke")));
        passUntilReconnected();
        var second = connect();

        assertThat(positionsIn(second)).singleElement().asString().contains("12:00:01Z");
    }

    @Test
    void startsAnewWhenASendFails() {
        loop.step();
        var socket = connect();
        socket.broken = true;

        loop.offer(List.of(position(0)));
        loop.step();
        passUntilReconnected();
        var second = connect();

        assertThat(socket.aborted).isTrue();
        assertThat(positionsIn(second)).hasSize(1);
    }

    @Test
    void givesUpASilentRelay() {
        loop.step();
        var socket = connect();

        ticker.advance(Duration.ofSeconds(15));
        loop.step();

        assertThat(socket.aborted).isTrue();
        assertThat(loop.state().get()).isInstanceOf(UplinkState.Waiting.class);
    }

    @Test
    void turnsAwayAConnectionThatCameTooLate() {
        loop.step();
        var late = connector.last();
        ticker.advance(Duration.ofSeconds(15));
        loop.step();
        passUntilReconnected();
        var socket = new FakeSocket();

        late.accept(new FieldSignal.Opened(socket));
        loop.step();

        assertThat(socket.aborted).isTrue();
        assertThat(loop.state().get()).isInstanceOf(UplinkState.Connecting.class);
    }

    @Test
    void leavesRoomToListenWhileItDeliversABacklog() {
        for (var second = 0; second < 50; second++) {
            loop.offer(List.of(position(second)));
        }
        loop.step();
        var socket = connect();

        assertThat(positionsIn(socket)).hasSize(20);
        loop.step();
        loop.step();
        assertThat(positionsIn(socket)).hasSize(50);
    }

    private FakeSocket connect() {
        var socket = new FakeSocket();
        connector.last().accept(new FieldSignal.Opened(socket));
        loop.step();
        assertThat(loop.state().get()).isInstanceOf(UplinkState.Online.class);
        return socket;
    }

    private void passUntilReconnected() {
        var before = connector.attempts.size();
        for (var second = 0; second < 60 && connector.attempts.size() == before; second++) {
            loop.step();
            ticker.advance(Duration.ofSeconds(1));
        }
        assertThat(connector.attempts).hasSizeGreaterThan(before);
    }

    private static List<String> positionsIn(FakeSocket socket) {
        return socket.sent.stream().filter(text -> text.contains("\"type\":\"gps\"")).toList();
    }

    private static Report position(int second) {
        return new Report(NOON.plusSeconds(second), new GeoFix(1, 2, 3, 4, 5, 6, FixKind.THREE_D));
    }

    private static final class FakeConnector implements FieldConnector {

        private final List<Consumer<FieldSignal>> attempts = new ArrayList<>();

        @Override
        public void connect(Consumer<FieldSignal> signals) {
            attempts.add(signals);
        }

        private Consumer<FieldSignal> last() {
            return attempts.getLast();
        }
    }

    private static final class FakeSocket implements FieldSocket {

        private final List<String> sent = new ArrayList<>();
        private final List<Long> marks = new ArrayList<>();
        private boolean aborted;
        private boolean broken;

        @Override
        public void send(String text) throws IOException {
            if (broken) {
                throw new IOException("the connection broke");
            }
            sent.add(text);
        }

        @Override
        public void ping(long mark) {
            marks.add(mark);
        }

        @Override
        public void close() {
            aborted = true;
        }

        @Override
        public void abort() {
            aborted = true;
        }
    }
}
