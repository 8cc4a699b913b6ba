package net.ratonet.relay.output.programme;

import java.util.Optional;
import net.ratonet.relay.session.ts.TsPacket;
import org.jspecify.annotations.Nullable;

/// One of the programme's two tracks: what it has sent, and what of the source's next piece is
/// there. Owned by the splicer.
final class OutTrack {

    private static final long USUAL_SPACING = TsPacket.CLOCK_HZ / 30;

    private final int pid;
    private final boolean video;
    private int continuity = 15;
    private int expectedContinuity = -1;
    private long lastDts = Long.MIN_VALUE;
    private long lastPts = Long.MIN_VALUE;
    private long lastSpacing = USUAL_SPACING;
    private long lastWall;
    private int expectedPackets = 1;
    private @Nullable Pes held;
    private @Nullable Run run;
    private @Nullable Run sentOf;

    OutTrack(int pid, boolean video) {
        this.pid = pid;
        this.video = video;
    }

    boolean isVideo() {
        return video;
    }

    /// Nothing that comes now belongs to what came before.
    void cut() {
        held = null;
        run = null;
        expectedContinuity = -1;
    }

    Optional<Run> run() {
        return Optional.ofNullable(run);
    }

    void follow(Run next) {
        run = next;
    }

    void sentOf(Run sent) {
        sentOf = sent;
    }

    boolean isNewIn(Run next) {
        return sentOf != next;
    }

    boolean hasSent() {
        return lastDts != Long.MIN_VALUE;
    }

    long lastDts() {
        return lastDts;
    }

    /// When the next piece may begin at the earliest and leave no hole.
    long next() {
        return Math.max(lastDts, video ? lastPts : lastDts) + lastSpacing;
    }

    long lastSpacing() {
        return lastSpacing;
    }

    long wallSince(long wall) {
        return Math.max(0, wall - lastWall);
    }

    /// Takes a packet of this track; gives the piece before when this one begins another, or the
    /// piece itself when it is whole.
    Optional<Pes> take(byte[] bytes, int packet, boolean keyFrame) {
        if (isRepeated(bytes, packet)) {
            return Optional.empty();
        }
        var before = Optional.<Pes>empty();
        if (TsPacket.payloadUnitStart(bytes, packet)) {
            before = finish();
            held = new Pes(keyFrame, expectedPackets);
        }
        var pes = held;
        if (pes != null) {
            pes.add(bytes, packet);
            if (before.isEmpty() && pes.isComplete()) {
                return finish();
            }
        }
        return before;
    }

    /// The piece that was coming in.
    Optional<Pes> finish() {
        var whole = Optional.ofNullable(held);
        whole.ifPresent(pes -> expectedPackets = pes.length() / TsPacket.LENGTH + 1);
        held = null;
        return whole;
    }

    int nextContinuity(boolean payload) {
        if (payload) {
            continuity = continuity + 1 & 15;
        }
        return continuity;
    }

    void sent(long dts, long pts, long spacing, long wall) {
        lastDts = dts;
        lastPts = Math.max(lastPts, pts);
        lastSpacing = spacing;
        lastWall = wall;
    }

    int pid() {
        return pid;
    }

    private boolean isRepeated(byte[] bytes, int packet) {
        if (!TsPacket.hasPayload(bytes, packet)) {
            return false;
        }
        var counter = TsPacket.continuity(bytes, packet);
        var repeated =
                expectedContinuity >= 0
                        && counter == (expectedContinuity + 15) % 16
                        && held != null
                        && held.endsWith(bytes, packet);
        var missing = expectedContinuity >= 0 && counter != expectedContinuity && !repeated;
        if (missing && held != null) {
            held.damage();
        }
        if (!repeated) {
            expectedContinuity = counter + 1 & 15;
        }
        return repeated;
    }
}
