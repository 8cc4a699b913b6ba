package net.ratonet.lab.bench.bonding;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.concurrent.atomic.LongAdder;

/// Reads MPEG-TS and counts packets and what is missing between them: what a player would stumble
/// over. For the thread that reads; the counts may be read by any.
final class TsCount {

    private static final int PACKET = 188;
    private static final int PIDS = 8_192;
    private static final int NULL_PID = 0x1FFF;

    private final int[] last = new int[PIDS];
    private final LongAdder packets = new LongAdder();
    private final LongAdder lost = new LongAdder();

    TsCount() {
        Arrays.fill(last, -1);
    }

    void readAll(InputStream stream) throws IOException {
        var packet = new byte[PACKET];
        while (stream.readNBytes(packet, 0, PACKET) == PACKET) {
            count(packet);
        }
    }

    long packets() {
        return packets.sum();
    }

    /// At least so many packets are missing: a counter of four bits tells no more.
    long lost() {
        return lost.sum();
    }

    private void count(byte[] packet) {
        packets.increment();
        var pid = ((packet[1] & 0x1F) << 8) | (packet[2] & 0xFF);
        var hasPayload = (packet[3] & 0x10) != 0;
        if (packet[0] != 0x47 || pid == NULL_PID || !hasPayload) {
            return;
        }
        var counter = packet[3] & 0x0F;
        var expected = (last[pid] + 1) & 0x0F;
        if (last[pid] >= 0 && counter != expected && counter != last[pid]) {
            lost.add((counter - expected) & 0x0F);
        }
        last[pid] = counter;
    }
}
