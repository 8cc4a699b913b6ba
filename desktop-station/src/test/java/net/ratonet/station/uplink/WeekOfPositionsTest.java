package net.ratonet.station.uplink;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import net.ratonet.shared.telemetry.FixKind;
import net.ratonet.shared.telemetry.GeoFix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A week of positions, one each ten seconds, over a connection that breaks every hour and is away
/// for a whole day.
final class WeekOfPositionsTest {

    private static final int OF_AN_HOUR = 360;
    private static final int OF_A_DAY = 24 * OF_AN_HOUR;
    private static final int MOST_POSITIONS = OF_A_DAY / 2;
    private static final int PER_ROUND = 60;

    /// What came on the day without a connection and until the next delivery, beyond the room.
    private static final int LOST = OF_A_DAY + PER_ROUND + 1 - MOST_POSITIONS;

    private static final long LONGEST_LINE = 300;
    private static final long MOST_GROWTH_BYTES = 500_000;

    @TempDir private Path folder;
    private int lastDelivered = -1;
    private int delivered;

    @Test
    void allArriveInOrderAndNothingIsLeft() throws IOException {
        var file = folder.resolve("positions.jsonl");
        var outbox = new Outbox(MOST_POSITIONS, new PositionFile(file));
        live(outbox, file, 0, OF_A_DAY);
        var before = usedBytes();

        live(outbox, file, OF_A_DAY, 7 * OF_A_DAY);
        outbox.close();

        assertThat(outbox.isEmpty()).isTrue();
        assertThat(outbox.lostPositions()).isEqualTo(LOST);
        assertThat(delivered).isEqualTo(7 * OF_A_DAY - LOST);
        assertThat(file).doesNotExist();
        assertThat(usedBytes() - before).isLessThan(MOST_GROWTH_BYTES);
    }

    private void live(Outbox outbox, Path file, int from, int to) throws IOException {
        for (var second = from; second < to; second++) {
            outbox.add(position(second));
            if (isOnline(second)) {
                deliver(outbox);
            } else if (isOnline(second - 1)) {
                outbox.connectionLost();
            }
            if (second % OF_AN_HOUR == 0 && Files.exists(file)) {
                assertThat(Files.size(file)).isLessThan(2 * MOST_POSITIONS * LONGEST_LINE);
            }
        }
    }

    /// Ten minutes of each hour without, and the fourth day.
    private static boolean isOnline(int number) {
        return number / OF_A_DAY != 3 && number % OF_AN_HOUR >= PER_ROUND;
    }

    private void deliver(Outbox outbox) {
        for (var next = outbox.next(); next.isPresent(); next = outbox.next()) {
            var number = (int) next.get().at().getEpochSecond() / 10;
            assertThat(number).isGreaterThan(lastDelivered);
            lastDelivered = number;
            delivered++;
        }
        outbox.confirm(outbox.mark());
    }

    private static Report position(int number) {
        return new Report(
                Instant.ofEpochSecond(10L * number), new GeoFix(1, 2, 3, 4, 5, 6, FixKind.THREE_D));
    }

    private static long usedBytes() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
