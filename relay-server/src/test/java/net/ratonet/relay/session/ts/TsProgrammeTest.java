package net.ratonet.relay.session.ts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class TsProgrammeTest {

    private static final int PMT_PID = 0x100;
    private static final byte[] NOTHING = {};

    private final TsProgramme programme = new TsProgramme();

    @Test
    void knowsNothingBeforeItsTables() {
        assertThat(programme.tracks()).isEmpty();
        assertThat(programme.pmtPid()).isEqualTo(TsProgramme.NO_PID);
        assertThat(programme.pcrPid()).isEqualTo(TsProgramme.NO_PID);
    }

    @Test
    void followsTheFirstProgramme() {
        accept(0, section(0, 1, content(0, 0, 0xe0, 0x10, 0, 5, 0xe1, 0, 0, 6, 0xe2, 0)));

        assertThat(programme.pmtPid()).isEqualTo(PMT_PID);
    }

    @Test
    void tellsCodecsByTypeOrByDescription() {
        acceptPat();

        accept(
                PMT_PID,
                pmt(
                        track(0x1b, 0x41, NOTHING),
                        track(0x24, 0x42, NOTHING),
                        track(0x0f, 0x43, NOTHING),
                        track(0x11, 0x44, NOTHING),
                        track(0x03, 0x45, NOTHING),
                        track(0x04, 0x46, NOTHING),
                        track(0x81, 0x47, NOTHING),
                        track(0x06, 0x48, registration("Opus")),
                        track(0x06, 0x49, registration("AC-3")),
                        track(0x06, 0x4a, registration("HEVC")),
                        track(0x06, 0x4b, registration("AV01")),
                        track(0x06, 0x4c, new byte[] {0x0a, 1, 0, 0x6a, 1, 0}),
                        track(0x06, 0x4d, registration("KLVA")),
                        track(0x06, 0x4e, new byte[] {0x05, 2, 'O', 'p'}),
                        track(0x06, 0x4f, new byte[] {0x05, 100, 'O', 'p', 'u', 's'}),
                        track(0x86, 0x50, NOTHING)));

        assertThat(programme.tracks().stream().map(Track::codec))
                .containsExactly(
                        Codec.H264,
                        Codec.HEVC,
                        Codec.AAC,
                        Codec.AAC,
                        Codec.MPEG_AUDIO,
                        Codec.MPEG_AUDIO,
                        Codec.AC3,
                        Codec.OPUS,
                        Codec.AC3,
                        Codec.HEVC,
                        Codec.AV1,
                        Codec.AC3,
                        Codec.OTHER,
                        Codec.OTHER,
                        Codec.OTHER,
                        Codec.OTHER);
        assertThat(programme.tracks().getFirst()).isEqualTo(new Track(0x41, 0x1b, Codec.H264));
        assertThat(programme.pcrPid()).isEqualTo(0x41);
    }

    @Test
    void readsATableOfSeveralPackets() {
        acceptPat();
        var tracks =
                IntStream.range(0, 60)
                        .mapToObj(i -> track(0x0f, 0x200 + i, NOTHING))
                        .toArray(byte[][]::new);

        accept(PMT_PID, pmt(tracks));

        assertThat(programme.tracks()).hasSize(60);
    }

    @Test
    void believesNoTableWithAWrongChecksum() {
        acceptPat();
        var section = pmt(track(0x1b, 0x41, NOTHING));
        section[section.length - 1]++;

        accept(PMT_PID, section);

        assertThat(programme.tracks()).isEmpty();
    }

    @Test
    void waitsForATableUntilItCounts() {
        var next = section(0, 0, content(0, 5, 0xe1, 0));

        accept(0, next);

        assertThat(programme.pmtPid()).isEqualTo(TsProgramme.NO_PID);
    }

    @Test
    void tellsOnlyOfTracksThatAreOthers() {
        acceptPat();

        assertThat(accept(PMT_PID, pmt(track(0x1b, 0x41, NOTHING)))).isTrue();
        assertThat(accept(PMT_PID, pmt(track(0x1b, 0x41, NOTHING)))).isFalse();
        assertThat(accept(PMT_PID, pmt(track(0x24, 0x41, NOTHING)))).isTrue();
    }

    private void acceptPat() {
        accept(0, section(0, 1, content(0, 5, 0xe1, 0)));
    }

    /// Sends a section in as many packets as it takes; true when the tracks changed.
    private boolean accept(int pid, byte[] section) {
        var content = new byte[section.length + 1];
        System.arraycopy(section, 0, content, 1, section.length);
        var changed = false;
        for (var from = 0; from < content.length; from += 184) {
            var packet = new byte[TsPacket.LENGTH];
            Arrays.fill(packet, (byte) 0xff);
            packet[0] = TsPacket.SYNC;
            packet[1] = (byte) ((from == 0 ? 0x40 : 0) | (pid >> 8));
            packet[2] = (byte) pid;
            packet[3] = 0x10;
            System.arraycopy(content, from, packet, 4, Math.min(184, content.length - from));
            changed |= programme.accept(packet, 0);
        }
        return changed;
    }

    private static byte[] pmt(byte[]... tracks) {
        var content = new ByteArrayOutputStream();
        content.writeBytes(new byte[] {(byte) 0xe0, 0x41, (byte) 0xf0, 0});
        Arrays.stream(tracks).forEach(content::writeBytes);
        return section(2, 1, content.toByteArray());
    }

    private static byte[] track(int type, int pid, byte[] descriptors) {
        var track = ByteBuffer.allocate(5 + descriptors.length);
        track.put((byte) type).putShort((short) (0xe000 | pid));
        return track.putShort((short) (0xf000 | descriptors.length)).put(descriptors).array();
    }

    private static byte[] registration(String format) {
        var descriptor = ByteBuffer.allocate(6).put((byte) 5).put((byte) 4);
        return descriptor.put(format.getBytes(StandardCharsets.US_ASCII)).array();
    }

    private static byte[] content(int... values) {
        var bytes = new byte[values.length];
        for (var i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }

    /// A table counts from now on when its version's last bit is 1.
    private static byte[] section(int table, int version, byte[] content) {
        var section = ByteBuffer.allocate(8 + content.length + 4);
        section.put((byte) table).putShort((short) (0xb000 | (content.length + 9)));
        section.putShort((short) 1).put((byte) (0xc0 | version)).put((byte) 0).put((byte) 0);
        section.put(content);
        return section.putInt(Crc.of(section.array(), 0, section.position())).array();
    }
}
