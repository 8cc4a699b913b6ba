package net.ratonet.relay.output.programme;

import java.util.Arrays;
import java.util.Optional;
import net.ratonet.relay.session.ts.TsPacket;

/// What PAT and PMT say of the two tracks that the programme carries. Pure.
///
/// @param video the first video track
/// @param audio the first audio track
record Tables(Optional<Entry> video, Optional<Entry> audio) {

    static final Tables NONE = new Tables(Optional.empty(), Optional.empty());
    static final int VIDEO_PID = 0x100;
    static final int AUDIO_PID = 0x101;

    /// Its lower byte is 0.
    private static final int PMT_PID = 0x1000;

    private static final int PRIVATE_DATA = 0x06;
    private static final int HEADER = 4;
    private static final int CRC = 4;

    /// One track as a PMT lists it.
    ///
    /// @param descriptors that name the codec where the type alone does not
    @SuppressWarnings("ArrayRecordComponent")
    record Entry(int pid, int streamType, byte[] descriptors) {

        boolean isAac() {
            return streamType == 0x0f;
        }

        boolean isHevc() {
            return streamType == 0x24;
        }

        boolean sameCodec(Entry other) {
            return streamType == other.streamType && Arrays.equals(descriptors, other.descriptors);
        }
    }

    boolean sameCodecs(Tables other) {
        return same(video, other.video) && same(audio, other.audio);
    }

    /// The PID of the first programme's PMT, when this packet is a PAT that says so.
    static Optional<Integer> pmtPid(byte[] bytes, int packet) {
        var section = section(bytes, packet);
        for (var at = section + 8; section > 0 && at + 4 <= end(bytes, packet, section); at += 4) {
            if (((bytes[at] & 0xff) << 8 | (bytes[at + 1] & 0xff)) != 0) {
                return Optional.of(pid(bytes, at + 2));
            }
        }
        return Optional.empty();
    }

    /// What this packet lists, when it is a whole PMT.
    static Optional<Tables> parse(byte[] bytes, int packet) {
        var section = section(bytes, packet);
        if (section <= 0 || bytes[section] != 2) {
            return Optional.empty();
        }
        var end = end(bytes, packet, section);
        var found = NONE;
        for (var at = section + 12 + length(bytes, section + 10); at + 5 <= end; ) {
            var next = at + 5 + length(bytes, at + 3);
            if (next > end) {
                break;
            }
            found = found.with(entry(bytes, at, next));
            at = next;
        }
        return Optional.of(found);
    }

    /// PAT and PMT of the programme, one packet each.
    ///
    /// @param continuity for both
    byte[] write(int continuity, int version) {
        var out = new byte[2 * TsPacket.LENGTH];
        Arrays.fill(out, (byte) 0xff);
        header(out, 0, TsPacket.PAT_PID, continuity);
        var pat = HEADER + 1;
        put(out, pat, 0, 0xb0, 13, 0, 1, 0xc1, 0, 0, 0, 1, 0xe0 | PMT_PID >> 8, 0);
        checksum(out, pat, pat + 12);
        header(out, TsPacket.LENGTH, PMT_PID, continuity);
        writeMap(out, TsPacket.LENGTH + HEADER + 1, version);
        return out;
    }

    private void writeMap(byte[] out, int section, int version) {
        var clock = video.isPresent() ? VIDEO_PID : AUDIO_PID;
        put(out, section, 2, 0xb0, 0, 0, 1, 0xc1 | (version & 31) << 1, 0, 0);
        put(out, section + 8, 0xe0 | clock >> 8, clock & 0xff, 0xf0, 0);
        var at = section + 12;
        if (video.isPresent()) {
            at = writeEntry(out, at, video.get(), VIDEO_PID);
        }
        if (audio.isPresent()) {
            at = writeEntry(out, at, audio.get(), AUDIO_PID);
        }
        out[section + 2] = (byte) (at + CRC - section - 3);
        checksum(out, section, at);
    }

    private static int writeEntry(byte[] out, int at, Entry entry, int pid) {
        var descriptors = entry.descriptors;
        put(out, at, entry.streamType, 0xe0 | pid >> 8, pid & 0xff, 0xf0, descriptors.length);
        System.arraycopy(descriptors, 0, out, at + 5, descriptors.length);
        return at + 5 + descriptors.length;
    }

    private Tables with(Entry entry) {
        if (video.isEmpty() && isVideo(entry)) {
            return new Tables(Optional.of(entry), audio);
        }
        if (audio.isEmpty() && isAudio(entry)) {
            return new Tables(video, Optional.of(entry));
        }
        return this;
    }

    private static boolean isVideo(Entry entry) {
        return switch (entry.streamType) {
            case 0x01, 0x02, 0x10, 0x1b, 0x24 -> true;
            case PRIVATE_DATA -> registered(entry, "AV01");
            default -> false;
        };
    }

    private static boolean isAudio(Entry entry) {
        return switch (entry.streamType) {
            case 0x03, 0x04, 0x0f, 0x11, 0x81, 0x87 -> true;
            case PRIVATE_DATA -> registered(entry, "Opus") || registered(entry, "AC-3");
            default -> false;
        };
    }

    private static boolean registered(Entry entry, String name) {
        var bytes = entry.descriptors;
        for (var at = 0; at + 6 <= bytes.length; at += 2 + (bytes[at + 1] & 0xff)) {
            if (bytes[at] == 5
                    && new String(bytes, at + 2, 4, java.nio.charset.StandardCharsets.US_ASCII)
                            .equals(name)) {
                return true;
            }
        }
        return false;
    }

    private static Entry entry(byte[] bytes, int at, int next) {
        // The output gives each track one byte of length and one packet for all.
        var descriptors =
                next - at - 5 > 60 ? new byte[0] : Arrays.copyOfRange(bytes, at + 5, next);
        return new Entry(pid(bytes, at + 1), bytes[at] & 0xff, descriptors);
    }

    /// Where a section begins that lies wholly in this packet; 0 when there is none.
    private static int section(byte[] bytes, int packet) {
        var payload = TsPacket.payloadOffset(bytes, packet);
        if (!TsPacket.payloadUnitStart(bytes, packet) || payload >= packet + TsPacket.LENGTH) {
            return 0;
        }
        var section = payload + 1 + (bytes[payload] & 0xff);
        var last = packet + TsPacket.LENGTH;
        return section + 12 > last || section + 3 + length(bytes, section + 1) > last ? 0 : section;
    }

    private static int end(byte[] bytes, int packet, int section) {
        var end = section + 3 + length(bytes, section + 1) - CRC;
        return Math.min(end, packet + TsPacket.LENGTH);
    }

    private static int length(byte[] bytes, int at) {
        return (bytes[at] & 0x0f) << 8 | (bytes[at + 1] & 0xff);
    }

    private static int pid(byte[] bytes, int at) {
        return (bytes[at] & 0x1f) << 8 | (bytes[at + 1] & 0xff);
    }

    private static boolean same(Optional<Entry> one, Optional<Entry> other) {
        return one.isPresent() == other.isPresent()
                && (one.isEmpty() || one.get().sameCodec(other.get()));
    }

    private static void header(byte[] out, int packet, int pid, int continuity) {
        put(out, packet, TsPacket.SYNC, 0x40 | pid >> 8, pid & 0xff, 0x10 | (continuity & 15), 0);
    }

    private static void put(byte[] out, int at, int... values) {
        for (var i = 0; i < values.length; i++) {
            out[at + i] = (byte) values[i];
        }
    }

    private static void checksum(byte[] out, int from, int to) {
        var crc = 0xffffffff;
        for (var at = from; at < to; at++) {
            crc ^= (out[at] & 0xff) << 24;
            for (var bit = 0; bit < 8; bit++) {
                crc = crc < 0 ? crc << 1 ^ 0x04c11db7 : crc << 1;
            }
        }
        put(out, to, crc >> 24, crc >> 16, crc >> 8, crc);
    }
}
