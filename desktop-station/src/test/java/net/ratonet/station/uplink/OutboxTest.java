package net.ratonet.station.uplink;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import net.ratonet.shared.telemetry.FixKind;
import net.ratonet.shared.telemetry.GeoFix;
import net.ratonet.shared.telemetry.HardwareReading;
import org.junit.jupiter.api.Test;

final class OutboxTest {

    private final Outbox outbox = new Outbox(5, PositionJournal.NONE);

    @Test
    void givesPositionsInOrder() {
        addPositions(1, 2, 3);

        assertThat(sendAll()).containsExactly(position(1), position(2), position(3));
        assertThat(outbox.isEmpty()).isTrue();
    }

    @Test
    void keepsOnlyTheNewestOfOtherReadings() {
        outbox.add(hardware(1));
        outbox.add(hardware(2));

        assertThat(sendAll()).containsExactly(hardware(2));
    }

    @Test
    void sendsAgainWhatNobodyConfirmed() {
        addPositions(1, 2, 3);
        sendAll();
        addPositions(4);

        outbox.connectionLost();

        assertThat(sendAll()).containsExactly(position(1), position(2), position(3), position(4));
    }

    @Test
    void forgetsWhatHasArrived() {
        addPositions(1, 2);
        sendAll();
        var mark = outbox.mark();
        addPositions(3);
        sendAll();

        outbox.confirm(mark);
        outbox.connectionLost();

        assertThat(sendAll()).containsExactly(position(3));
    }

    @Test
    void takesNoConfirmationOfAnEarlierConnection() {
        addPositions(1, 2);
        sendAll();
        var mark = outbox.mark();
        outbox.connectionLost();
        sendAll();

        outbox.confirm(mark);
        outbox.connectionLost();

        assertThat(sendAll()).containsExactly(position(1), position(2));
    }

    @Test
    void givesUpTheOldestPositionsWhenItIsFull() {
        addPositions(1, 2, 3, 4, 5, 6, 7);

        assertThat(sendAll())
                .containsExactly(position(3), position(4), position(5), position(6), position(7));
        assertThat(outbox.lostPositions()).isEqualTo(2);
    }

    @Test
    void countsUnconfirmedPositionsAsWaiting() {
        addPositions(1, 2, 3);
        outbox.next();

        assertThat(outbox.waitingPositions()).isEqualTo(3);
    }

    @Test
    void staysBoundedWhileNobodyConfirms() {
        for (var second = 0; second < 1_000; second++) {
            addPositions(second);
            sendAll();
        }

        assertThat(outbox.waitingPositions()).isEqualTo(5);
    }

    private void addPositions(int... seconds) {
        for (var second : seconds) {
            outbox.add(position(second));
        }
    }

    private List<Report> sendAll() {
        var sent = new ArrayList<Report>();
        for (var report = outbox.next(); report.isPresent(); report = outbox.next()) {
            sent.add(report.get());
        }
        return sent;
    }

    private static Report position(int second) {
        return new Report(
                Instant.ofEpochSecond(second), new GeoFix(1, 2, 3, 4, 5, 6, FixKind.THREE_D));
    }

    private static Report hardware(int second) {
        return new Report(
                Instant.ofEpochSecond(second),
                new HardwareReading(1, 2, 3, 4, OptionalDouble.empty(), false));
    }
}
