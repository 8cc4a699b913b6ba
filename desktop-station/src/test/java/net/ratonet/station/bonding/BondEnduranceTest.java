package net.ratonet.station.bonding;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Random;
import net.ratonet.shared.srt.Sequence;
import net.ratonet.shared.srt.SrtPacket;
import net.ratonet.shared.srtla.SrtlaCodec;
import net.ratonet.shared.srtla.SrtlaType;
import org.junit.jupiter.api.Test;

/// What must not grow: garbage per packet, and memory over days.
final class BondEnduranceTest {

    private static final long STEP_NANOS = 100_000_000;
    private static final long MOST_GROWTH_BYTES = 1_000_000;

    private final Random random = new Random(5);
    private final ByteBuffer packet = ByteBuffer.allocate(1_332);
    private final ByteBuffer answer = ByteBuffer.allocate(512);
    private final int[] batch = new int[SrtlaCodec.USUAL_ACK_COUNT];
    private final Echo echo = new Echo();
    private final Bond bond = new Bond(BondMode.BONDED, random, echo, 0);
    private long now = 1;
    private int number = Sequence.LAST - 1_000;
    private int ackNumber;

    @Test
    void allocatesNothingPerPacket() {
        join();
        exchange(20_000);
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        var before = threads.getCurrentThreadAllocatedBytes();

        exchange(50_000);

        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(50_000);
    }

    @Test
    void doesNotGrowInAWeek() {
        join();
        exchange(20_000);
        var before = usedBytes();

        for (var step = 0L; step < Duration.ofDays(7).toNanos() / STEP_NANOS; step++) {
            now += STEP_NANOS;
            bond.advance(now);
            exchange(1);
        }

        assertThat(usedBytes() - before).isLessThan(MOST_GROWTH_BYTES);
        var link = bond.snapshot().links().getFirst();
        assertThat(link.state()).isEqualTo(LinkState.LIVE);
        assertThat(link.inFlight()).isLessThan(20);
        assertThat(link.packets()).isGreaterThan(6_000_000);
    }

    private void join() {
        bond.addLink(0, new LinkId("wwan0"), LinkTerms.NORMAL, now);
        bond.fromLink(0, SrtlaCodec.putShort(answer.clear(), SrtlaType.REG_NGP).flip(), now);
        var made = SrtlaCodec.groupId(echo.last.flip()).orElseThrow().completedBy(random);
        bond.fromLink(0, SrtlaCodec.putReg2(answer.clear(), made).flip(), now);
        bond.fromLink(0, SrtlaCodec.putShort(answer.clear(), SrtlaType.REG3).flip(), now);
    }

    private void exchange(int packets) {
        for (var i = 0; i < packets; i++) {
            SrtPacket.putData(packet.clear(), number, 1, 0, 1);
            bond.fromEncoder(packet.rewind(), now);
            batch[Math.floorMod(number, batch.length)] = number;
            number = Sequence.next(number);
            if (number % batch.length == 0) {
                bond.fromLink(0, SrtlaCodec.putAck(answer.clear(), batch, 10).flip(), now);
                SrtPacket.putControl(answer.clear(), SrtPacket.ACK, ++ackNumber, 0, 9)
                        .putInt(number);
                bond.fromLink(0, answer.flip(), now);
            }
            if (echo.keepalive) {
                echo.keepalive = false;
                bond.fromLink(0, echo.last.flip(), now);
            }
        }
    }

    private static long usedBytes() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    /// Sends keepalives back, a step later.
    private static final class Echo implements BondOutput {
        private final ByteBuffer last = ByteBuffer.allocate(1_500);
        private boolean keepalive;

        @Override
        public boolean toLink(int slot, ByteBuffer datagram) {
            var type = SrtlaType.of(datagram);
            if (type != SrtlaType.NOT_SRTLA) {
                keepalive = type == SrtlaType.KEEPALIVE;
                last.clear().put(datagram);
            }
            return true;
        }

        @Override
        public void toEncoder(ByteBuffer datagram) {}
    }
}
