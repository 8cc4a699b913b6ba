package net.ratonet.relay.output.programme;

import java.util.List;
import java.util.Optional;
import net.ratonet.relay.session.TsChunk;
import net.ratonet.relay.session.ts.TsPacket;
import org.jspecify.annotations.Nullable;

/// Makes one stream out of many: fixed PIDs, one clock, continuous counters. It passes on whole
/// pictures and whole pieces of sound only, so that a cut never leaves half of one. Knows no time
/// of its own; owned by one thread.
final class Splicer {

    /// A stamp that is off by more is no gap of the stream's but a clock of its own.
    private static final long JUMP = TsPacket.CLOCK_HZ;

    /// Sound that overlaps what was sent by less is dropped until it goes on.
    private static final long OVERLAP = TsPacket.CLOCK_HZ / 2;

    /// A picture that is early by less is moved, and the ones that follow are not.
    private static final long STUMBLE = TsPacket.CLOCK_HZ / 10;

    /// How much silence is made up for at once.
    private static final long LONGEST_SILENCE = 5L * TsPacket.CLOCK_HZ;

    /// The coarsest clock of any output counts milliseconds.
    private static final long LEAST_STEP = TsPacket.CLOCK_HZ / 1_000;

    private final OutTrack video = new OutTrack(Tables.VIDEO_PID, true);
    private final OutTrack audio = new OutTrack(Tables.AUDIO_PID, false);
    private final OutStream out = new OutStream();
    private Tables tables = Tables.NONE;
    private int pmtPid = -1;
    private boolean keyFrameAhead;
    private long earliest;
    private @Nullable Run newest;
    private @Nullable Pes still;
    private AdtsFrames sound = AdtsFrames.NONE;

    /// What comes next is another run of timestamps, beginning with a key frame.
    ///
    /// @param earliestTicks when it may be shown at the earliest, on the programme's clock
    void begin(long earliestTicks) {
        cut();
        earliest = earliestTicks;
        newest = null;
    }

    /// Forgets the halves of what was cut off.
    void cut() {
        video.cut();
        audio.cut();
    }

    /// What of a source may be passed on now.
    ///
    /// @param from where its whole packets begin in the array, and `to` where they end
    /// @param keyFrame whether its first picture is one
    /// @param wallTicks when it came, on the programme's clock
    List<TsChunk> accept(
            byte[] bytes, int from, int to, boolean keyFrame, long wallTicks, long now) {
        keyFrameAhead = keyFrame;
        for (var packet = from; packet + TsPacket.LENGTH <= to; packet += TsPacket.LENGTH) {
            if (!TsPacket.isSynced(bytes, packet) || TsPacket.isDamaged(bytes, packet)) {
                continue;
            }
            var pid = TsPacket.pid(bytes, packet);
            if (pid == TsPacket.PAT_PID) {
                Tables.pmtPid(bytes, packet).ifPresent(found -> pmtPid = found);
            } else if (pid == pmtPid) {
                Tables.parse(bytes, packet).ifPresent(this::learn);
            } else {
                media(pid, bytes, packet, wallTicks, now);
            }
        }
        return out.take(now);
    }

    /// Passes on what is held; to be called only where the source is known to be cut between
    /// pictures.
    List<TsChunk> flush(long wallTicks, long now) {
        video.finish().ifPresent(pes -> pass(video, pes, wallTicks, now));
        audio.finish().ifPresent(pes -> pass(audio, pes, wallTicks, now));
        return out.take(now);
    }

    /// Shows the last key frame once more, with silence until then: better than nothing. One of an
    /// open group stays as it is, with silence only.
    List<TsChunk> still(long wallTicks, long now) {
        if (isSoundAlone()) {
            silenceUntil(wallTicks, wallTicks, now);
            return out.take(now);
        }
        var shown = still;
        if (shown == null) {
            return List.of();
        }
        var copy = shown.copy();
        var at = Math.max(video.next(), wallTicks);
        silenceUntil(at, wallTicks, now);
        if (isHevc() && copy.breakLink()) {
            return out.take(now);
        }
        emit(video, copy, at, at, wallTicks, now);
        return out.take(now);
    }

    /// Whether the stream has no pictures. Its silence may be begun anywhere.
    boolean isSoundAlone() {
        return tables.video().isEmpty() && tables.audio().isPresent();
    }

    /// When the next picture could be shown at the earliest.
    long nextTicks() {
        return leading().hasSent() ? leading().next() : 0;
    }

    private void media(int pid, byte[] bytes, int packet, long wall, long now) {
        var found = track(pid);
        if (found.isEmpty()) {
            return;
        }
        var track = found.get();
        var first = keyFrameAhead && isLeading(track) && TsPacket.payloadUnitStart(bytes, packet);
        track.take(bytes, packet, first).ifPresent(pes -> pass(track, pes, wall, now));
        keyFrameAhead = keyFrameAhead && !first;
    }

    private void learn(Tables found) {
        if (found.equals(Tables.NONE)) {
            return;
        }
        if (!found.sameCodecs(tables)) {
            out.changeTables();
        }
        tables = found;
    }

    private Optional<OutTrack> track(int pid) {
        if (tables.video().filter(entry -> entry.pid() == pid).isPresent()) {
            return Optional.of(video);
        }
        return tables.audio().filter(entry -> entry.pid() == pid).map(_ -> audio);
    }

    private OutTrack leading() {
        return tables.video().isPresent() || tables.audio().isEmpty() ? video : audio;
    }

    private boolean isLeading(OutTrack track) {
        return track == leading();
    }

    private void pass(OutTrack track, Pes pes, long wall, long now) {
        if ((pes.isDamaged() && !track.isVideo()) || !pes.hasStamp()) {
            return;
        }
        var run = place(track, pes, wall);
        if (run.isEmpty()) {
            return;
        }
        var dts = run.get().map(pes.dts());
        var pts = dts + TsPacket.ticksBetween(pes.dts(), pes.pts());
        run.get().moveTo(pes.dts());
        var leadsIn = track.isVideo() && !pes.isKeyFrame() && pts < run.get().firstShown();
        if (leadsIn || isRepeated(track, run.get(), dts)) {
            return;
        }
        if (pes.isKeyFrame() && track.isNewIn(run.get()) && isHevc()) {
            pes.breakLink();
        }
        var late = track.hasSent() ? Math.max(0, track.lastDts() + LEAST_STEP - dts) : 0;
        emit(track, pes, dts + late, Math.max(pts, dts + late), wall, now);
        track.sentOf(run.get());
    }

    private boolean isHevc() {
        return tables.video().filter(Tables.Entry::isHevc).isPresent();
    }

    /// Sound behind a seam begins where the sound before it has ended; inside a run it may stumble.
    private boolean isRepeated(OutTrack track, Run run, long dts) {
        if (track.isVideo() || !track.hasSent()) {
            return false;
        }
        var frame = sound.count() > 0 ? sound.frameTicks() : track.lastSpacing();
        return track.isNewIn(run) ? dts < track.next() - frame / 2 : dts <= track.lastDts();
    }

    /// The run that a piece belongs to: the track's own, the newest, or one that begins with it.
    private Optional<Run> place(OutTrack track, Pes pes, long wall) {
        var own = track.run();
        if (own.isPresent() && fits(track, own.get().map(pes.dts()), wall)) {
            return own;
        }
        var other = Optional.ofNullable(newest);
        if (other.isPresent()
                && !other.equals(own)
                && (own.isEmpty() || fits(track, other.get().map(pes.dts()), wall))) {
            track.follow(other.get());
            return other;
        }
        if (own.isEmpty() && !isLeading(track)) {
            return Optional.empty();
        }
        var run = anchor(track, pes, own.isEmpty() ? earliest : wall);
        newest = run;
        track.follow(run);
        return Optional.of(run);
    }

    private Run anchor(OutTrack track, Pes pes, long notBefore) {
        var at = track.hasSent() ? Math.max(track.next(), notBefore) : notBefore;
        var firstShown =
                pes.isKeyFrame()
                        ? at + TsPacket.ticksBetween(pes.dts(), pes.pts())
                        : Long.MIN_VALUE;
        return new Run(pes.dts(), at, firstShown);
    }

    /// Whether a stamp goes on from the track's last one, be it after a gap.
    private static boolean fits(OutTrack track, long dts, long wall) {
        if (!track.hasSent()) {
            return true;
        }
        var step = dts - track.lastDts();
        var least = track.isVideo() ? -STUMBLE : -OVERLAP;
        return step > least && step <= JUMP + track.wallSince(wall);
    }

    private void emit(OutTrack track, Pes pes, long dts, long pts, long wall, long now) {
        var spacing = spacing(track, pes, dts);
        var rawDts = pes.dts();
        pes.stamp(dts, pts);
        if (pes.isKeyFrame()) {
            out.beginChunk(tables, now);
            still = track.isVideo() ? pes : null;
        }
        out.write(track, pes, rawDts, dts, isLeading(track));
        track.sent(dts, pts, spacing, wall);
    }

    /// How long what is sent lasts.
    private long spacing(OutTrack track, Pes pes, long dts) {
        if (!track.isVideo() && tables.audio().filter(Tables.Entry::isAac).isPresent()) {
            var frames = pes.adts();
            sound = frames.count() > 0 ? frames : sound;
            return Math.max(1, frames.count()) * frames.frameTicks();
        }
        var step = track.hasSent() ? dts - track.lastDts() : 0;
        return step >= LEAST_STEP && step < JUMP / 2 ? step : track.lastSpacing();
    }

    private void silenceUntil(long at, long wall, long now) {
        if (!tables.audio().filter(Tables.Entry::isAac).isPresent() || !audio.hasSent()) {
            return;
        }
        var silence = SilentAac.like(sound);
        var begin = Math.max(audio.next(), at - LONGEST_SILENCE);
        for (var dts = begin; silence.isPresent() && dts < at; dts += sound.frameTicks()) {
            var mayBegin = isSoundAlone() && dts == begin;
            emit(audio, silence.get().copy(mayBegin), dts, dts, wall, now);
        }
    }
}
