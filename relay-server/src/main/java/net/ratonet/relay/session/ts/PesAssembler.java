package net.ratonet.relay.session.ts;

import java.util.Arrays;
import java.util.Optional;

/// Puts the PES packets of one track together. What follows a hole in one is thrown away with the
/// rest of it; what grows beyond all measure is dropped whole. Owned by one thread.
final class PesAssembler {

    /// Key frames at 50 Mbit/s are far below.
    static final int LONGEST_VIDEO = 4 << 20;

    static final int LONGEST_AUDIO = 256 << 10;

    private static final int HEADER = 9;
    private static final int FIRST_CAPACITY = 4 << 10;
    private static final int NO_COUNTER = -1;

    private final Track track;
    private final int longest;
    private final PesTimes times = new PesTimes();
    private byte[] bytes = new byte[0];
    private int filled;
    private int counter = NO_COUNTER;
    private boolean collecting;
    private boolean randomAccess;
    private boolean started;

    PesAssembler(Track track) {
        this.track = track;
        this.longest = track.codec().isVideo() ? LONGEST_VIDEO : LONGEST_AUDIO;
    }

    /// The unit that this packet ends, if it ends one. A packet that is there twice counts once.
    Optional<AccessUnit> accept(byte[] packets, int packet) {
        if (!TsPacket.hasPayload(packets, packet)) {
            return Optional.empty();
        }
        var starts = TsPacket.payloadUnitStart(packets, packet);
        var next = TsPacket.continuity(packets, packet);
        if (next == counter && starts == started) {
            return Optional.empty();
        }
        var hole = counter != NO_COUNTER && next != ((counter + 1) & 0x0f);
        counter = next;
        started = starts;
        if (starts) {
            var ended = flush();
            begin(TsPacket.isRandomAccess(packets, packet));
            append(packets, packet);
            return ended.isPresent() ? ended : endIfWhole();
        }
        if (hole) {
            return flush();
        }
        append(packets, packet);
        return endIfWhole();
    }

    /// What has come so far is all of it.
    Optional<AccessUnit> flush() {
        if (!collecting) {
            return Optional.empty();
        }
        collecting = false;
        if (!hasHeader()) {
            return Optional.empty();
        }
        var begin = HEADER + (bytes[8] & 0xff);
        if (begin >= filled) {
            return Optional.empty();
        }
        return times.read(bytes, filled)
                .map(time -> unit(time, Arrays.copyOfRange(bytes, begin, filled)));
    }

    private AccessUnit unit(PesTimes.Time time, byte[] content) {
        var key =
                !track.codec().isVideo()
                        || randomAccess
                        || KeyFrames.isKeyFrame(track.codec(), content, 0, content.length);
        return new AccessUnit(track, time.pts(), time.dts(), key, content);
    }

    private void begin(boolean atRandomAccess) {
        collecting = true;
        randomAccess = atRandomAccess;
        filled = 0;
    }

    private void append(byte[] packets, int packet) {
        if (!collecting) {
            return;
        }
        var from = TsPacket.payloadOffset(packets, packet);
        var length = packet + TsPacket.LENGTH - from;
        if (filled + length > longest) {
            collecting = false;
            bytes = new byte[0];
            filled = 0;
            return;
        }
        if (filled + length > bytes.length) {
            var wanted = Math.max(FIRST_CAPACITY, 2 * bytes.length);
            bytes = Arrays.copyOf(bytes, Math.min(longest, wanted));
        }
        System.arraycopy(packets, from, bytes, filled, length);
        filled += length;
    }

    /// A PES packet that tells its length need not wait for the next one.
    private Optional<AccessUnit> endIfWhole() {
        if (!collecting || filled < 6) {
            return Optional.empty();
        }
        var announced = ((bytes[4] & 0xff) << 8) | (bytes[5] & 0xff);
        if (announced == 0 || filled < 6 + announced) {
            return Optional.empty();
        }
        filled = 6 + announced;
        return flush();
    }

    private boolean hasHeader() {
        return filled >= HEADER
                && bytes[0] == 0
                && bytes[1] == 0
                && bytes[2] == 1
                && (bytes[6] & 0xc0) == 0x80;
    }
}
