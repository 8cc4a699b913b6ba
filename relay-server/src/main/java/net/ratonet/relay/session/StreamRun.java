package net.ratonet.relay.session;

import net.ratonet.relay.session.ts.KeyFrames;
import net.ratonet.relay.session.ts.TsAssembler;
import net.ratonet.relay.session.ts.TsPacket;
import net.ratonet.relay.session.ts.TsProgramme;

/// One publisher's stream on its way into the feed: cut into packets, watched, cut into chunks.
/// Guarded by the feed's lock.
final class StreamRun {

    private static final int SERVICE_TABLE_PID = 0x11;

    private final Output output;
    private final FeedCounters counters;
    private final TsAssembler assembler = new TsAssembler(this::packets);
    private final TsProgramme programme = new TsProgramme();
    private final Continuity continuity = new Continuity();
    private final ChunkCutter cutter;
    private final FactsReader facts = new FactsReader();
    private final GopWatch gops = new GopWatch();
    private final StreamClock clock = new StreamClock();
    private long nowNanos;
    private long soundKeyPts;
    private boolean soundHasKey;
    private boolean useful;
    private boolean factsMayDiffer;

    StreamRun(Output output, FeedCounters counters) {
        this.output = output;
        this.counters = counters;
        this.cutter = new ChunkCutter(output::chunk);
    }

    /// Takes what becomes of the stream.
    interface Output {

        void chunk(byte[] packets, boolean keyFrame);

        /// The next chunk's timestamps do not go on from those of the last.
        void timestampsJumped();
    }

    /// True when there was a packet of use in it, or the end of one.
    boolean write(byte[] bytes, int offset, int length, long now) {
        nowNanos = now;
        useful = false;
        var garbage = assembler.garbageBytes();
        assembler.accept(bytes, offset, length);
        counters.garbage(assembler.garbageBytes() - garbage);
        cutter.flush();
        return useful;
    }

    /// Whether its tables have come, and name a track that can be read.
    boolean isReadable() {
        return facts.hasVideo() || facts.hasAudio();
    }

    /// False as long as nothing has been read that could make the facts others.
    boolean mayDiffer() {
        return factsMayDiffer;
    }

    FeedFacts facts() {
        factsMayDiffer = false;
        return facts.facts(gops);
    }

    FeedTiming timing(long now) {
        return new FeedTiming(
                clock.driftMs(),
                counters.jumps(),
                clock.aheadMs(facts.audio().pid(), facts.video().pid()),
                gops.keyFrameAge(now),
                gops.newest());
    }

    private void packets(byte[] bytes, int offset, int length) {
        counters.packets(length, nowNanos);
        for (var packet = offset; packet < offset + length; packet += TsPacket.LENGTH) {
            if (TsPacket.isDamaged(bytes, packet)) {
                counters.continuityError();
            } else if (TsPacket.pid(bytes, packet) != TsPacket.NULL_PID) {
                useful = true;
                packet(bytes, packet);
            }
        }
    }

    private void packet(byte[] bytes, int packet) {
        if (!continuity.follows(bytes, packet)) {
            counters.continuityError();
        }
        if (programme.accept(bytes, packet)) {
            facts.tracks(programme.tracks());
            factsMayDiffer = true;
        }
        var pid = TsPacket.pid(bytes, packet);
        if (pid == TsPacket.PAT_PID) {
            cutter.pat(bytes, packet);
        } else if (pid == programme.pmtPid()) {
            cutter.pmt(bytes, packet);
        } else if (pid == SERVICE_TABLE_PID) {
            cutter.otherTable(bytes, packet);
        } else if (isReadable()) {
            media(pid, bytes, packet);
        }
    }

    private void media(int pid, byte[] bytes, int packet) {
        if (pid == facts.video().pid()) {
            video(pid, bytes, packet);
        } else if (pid == facts.audio().pid()) {
            audio(pid, bytes, packet);
        } else {
            cutter.media(bytes, packet);
        }
    }

    private void video(int pid, byte[] bytes, int packet) {
        if (!TsPacket.hasPesHeader(bytes, packet)) {
            factsMayDiffer |= facts.pictureGoesOn(bytes, packet);
            cutter.media(bytes, packet);
            return;
        }
        var key = isKeyFrame(bytes, packet);
        if (TsPacket.hasPts(bytes, packet)) {
            follow(pid, bytes, packet, true);
            gops.picture(TsPacket.pts(bytes, packet), decodingTime(bytes, packet), key, nowNanos);
        }
        counters.picture(nowNanos);
        facts.pictureBegins(bytes, packet, key);
        factsMayDiffer = true;
        if (key) {
            cutter.keyFrame(bytes, packet);
        } else {
            cutter.media(bytes, packet);
        }
    }

    private boolean isKeyFrame(byte[] bytes, int packet) {
        var from = TsPacket.pesPayloadOffset(bytes, packet);
        return TsPacket.isRandomAccess(bytes, packet)
                || KeyFrames.looksLikeKeyFrame(
                        facts.video().codec(), bytes, from, packet + TsPacket.LENGTH);
    }

    private void audio(int pid, byte[] bytes, int packet) {
        if (!TsPacket.hasPts(bytes, packet)) {
            cutter.media(bytes, packet);
            return;
        }
        var alone = !facts.hasVideo();
        follow(pid, bytes, packet, alone);
        facts.soundBegins(bytes, packet);
        factsMayDiffer = true;
        if (alone && isDueForKey(TsPacket.pts(bytes, packet))) {
            cutter.keyFrame(bytes, packet);
        } else {
            cutter.media(bytes, packet);
        }
    }

    /// Without pictures decoding may begin at any sound; once a second is enough.
    private boolean isDueForKey(long pts) {
        var since = Math.abs(TsPacket.ticksBetween(soundKeyPts, pts));
        if (soundHasKey && since < TsPacket.CLOCK_HZ) {
            return false;
        }
        soundHasKey = true;
        soundKeyPts = pts;
        return true;
    }

    private void follow(int pid, byte[] bytes, int packet, boolean leads) {
        if (!clock.follow(pid, decodingTime(bytes, packet), nowNanos, leads)) {
            cutter.flush();
            gops.restart();
            counters.jump();
            output.timestampsJumped();
        }
    }

    private static long decodingTime(byte[] bytes, int packet) {
        return TsPacket.hasDts(bytes, packet)
                ? TsPacket.dts(bytes, packet)
                : TsPacket.pts(bytes, packet);
    }
}
