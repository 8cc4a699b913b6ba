package net.ratonet.relay.session.ts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TsMuxerTest {

    private static final Track VIDEO = new Track(256, 0x1B, Codec.H264);
    private static final Track AUDIO = new Track(257, 0x0F, Codec.AAC);
    private static final int PACKET = 188;

    private final ByteArrayOutputStream stream = new ByteArrayOutputStream();
    private final TsMuxer muxer = new TsMuxer(stream::write);

    @Test
    void writesWholePacketsThatCountOnPerTrack() {
        muxer.tracks(List.of(VIDEO, AUDIO));
        for (var i = 0; i < 400; i++) {
            muxer.unit(unit(VIDEO, 126_000 + 3_000L * i, i % 60 == 0, 1 + i * 7));
            muxer.unit(unit(AUDIO, 126_000 + 3_000L * i, false, 1 + i));
        }

        var next = new HashMap<Integer, Integer>();
        for (var packet : packets()) {
            assertThat(packet[0]).isEqualTo((byte) 0x47);
            if ((packet[3] & 0x10) != 0) {
                var expected = next.getOrDefault(pid(packet), packet[3] & 15);
                assertThat(packet[3] & 15).isEqualTo(expected);
                next.put(pid(packet), expected + 1 & 15);
            }
        }
        assertThat(next).containsOnlyKeys(0, 4_096, 256, 257);
    }

    @Test
    void keepsEveryByteOfEverySize() {
        muxer.tracks(List.of(VIDEO));
        for (var size = 1; size < 600; size++) {
            stream.reset();
            muxer.unit(unit(VIDEO, 126_000 + 3_000L * size, size % 2 == 0, size));

            var content = content(VIDEO.pid());

            assertThat(content).as("size %d", size).hasSize(14 + size);
            assertThat(Arrays.copyOfRange(content, 14, content.length)).containsOnly(0x55);
        }
    }

    @Test
    void putsTheTablesBeforeAKeyFrame() {
        muxer.tracks(List.of(VIDEO, AUDIO));
        muxer.unit(unit(VIDEO, 126_000, true, 100));
        stream.reset();

        muxer.unit(unit(VIDEO, 129_000, true, 100));

        assertThat(packets()).extracting(TsMuxerTest::pid).containsExactly(0, 4_096, 256);
    }

    @Test
    void checksumsItsTables() {
        muxer.tracks(List.of(VIDEO, new Track(300, 0x24, Codec.HEVC)));
        muxer.unit(unit(VIDEO, 126_000, true, 100));

        for (var packet : packets().subList(0, 2)) {
            var length = 3 + ((packet[6] & 0x0F) << 8 | (packet[7] & 0xFF));
            var section = Arrays.copyOfRange(packet, 5, 5 + length);
            // With its own checksum behind, the sum of anything is 0.
            assertThat(TsTables.checksum(section, section.length)).isZero();
        }
    }

    @Test
    void tellsTheTimeAtLeastEvery100Ms() {
        muxer.tracks(List.of(VIDEO, AUDIO));
        muxer.unit(unit(VIDEO, 126_000, true, 100));
        for (var i = 1; i < 100; i++) {
            muxer.unit(unit(AUDIO, 126_000 + 1_920L * i, false, 100));
        }

        var clocks = clocks();

        assertThat(clocks.size()).isGreaterThan(20);
        for (var i = 1; i < clocks.size(); i++) {
            assertThat(clocks.get(i) - clocks.get(i - 1)).isBetween(1L, 9_000L);
        }
    }

    @Test
    void givesTheTimeWithTheSoundWhenThereIsNothingElse() {
        muxer.tracks(List.of(AUDIO));
        muxer.unit(unit(AUDIO, 126_000, false, 100));

        assertThat(clocks()).containsExactly(117_000L);
    }

    @Test
    void bearsATimestampThatBeginsAnew() {
        var end = 1L << 33;
        muxer.tracks(List.of(AUDIO));
        for (var i = -20; i < 20; i++) {
            muxer.unit(unit(AUDIO, end + 1_920L * i & end - 1, false, 100));
        }

        assertThat(clocks().size()).isGreaterThan(8);
    }

    @Test
    void leavesOutTracksThatItDoesNotKnow() {
        muxer.tracks(List.of(AUDIO));

        muxer.unit(unit(VIDEO, 126_000, true, 100));

        assertThat(stream.size()).isZero();
    }

    private static AccessUnit unit(Track track, long dts, boolean keyFrame, int size) {
        var bytes = new byte[size];
        Arrays.fill(bytes, (byte) 0x55);
        return new AccessUnit(track, dts, dts, keyFrame, bytes);
    }

    private List<byte[]> packets() {
        var bytes = stream.toByteArray();
        assertThat(bytes.length % PACKET).isZero();
        var found = new ArrayList<byte[]>();
        for (var at = 0; at < bytes.length; at += PACKET) {
            found.add(Arrays.copyOfRange(bytes, at, at + PACKET));
        }
        return found;
    }

    private byte[] content(int pid) {
        var out = new ByteArrayOutputStream();
        for (var packet : packets()) {
            if (pid(packet) == pid) {
                var start = (packet[3] & 0x20) == 0 ? 4 : 5 + (packet[4] & 0xFF);
                out.write(packet, start, PACKET - start);
            }
        }
        return out.toByteArray();
    }

    private List<Long> clocks() {
        return packets().stream()
                .filter(packet ->
                        (packet[3] & 0x20) != 0 && packet[4] != 0 && (packet[5] & 0x10) != 0)
                .map(packet -> {
                    var clock = 0L;
                    for (var i = 6; i < 10; i++) {
                        clock = clock << 8 | (packet[i] & 0xFF);
                    }
                    return clock << 1 | (packet[10] & 0x80) >> 7;
                })
                .toList();
    }

    private static int pid(byte[] packet) {
        return (packet[1] & 0x1F) << 8 | (packet[2] & 0xFF);
    }
}
