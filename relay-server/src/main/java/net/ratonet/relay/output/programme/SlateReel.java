package net.ratonet.relay.output.programme;

import java.io.IOException;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.function.Consumer;
import net.ratonet.relay.output.slate.SlateOffer;
import net.ratonet.relay.session.TsChunk;
import net.ratonet.relay.session.ts.TsPacket;

/// Plays a slate's clips over and over, as fast as time passes. A minute that tells the second is
/// entered at the present one. Owned by the programme's thread.
final class SlateReel {

    private final SlateOffer.Ready slate;
    private final Splicer splicer;
    private final InstantSource clock;
    private final Consumer<TsChunk> out;
    private byte[] packets = new byte[0];
    private int at;
    private int clip = -1;
    private int group;
    private long firstRaw;
    private long firstTicks;

    SlateReel(SlateOffer.Ready slate, Splicer splicer, InstantSource clock, Consumer<TsChunk> out) {
        this.slate = slate;
        this.splicer = splicer;
        this.clock = clock;
        this.out = out;
    }

    /// Passes on what is due.
    void play(long wallTicks, long now) throws IOException {
        while (true) {
            if (at == packets.length) {
                turn(wallTicks, now);
            }
            var due = dueUntil(wallTicks);
            if (due > at) {
                splicer.accept(packets, at, due, at == 0, wallTicks, now).forEach(out);
                at = due;
            }
            if (at < packets.length) {
                return;
            }
        }
    }

    /// To the next group, which may be in the next clip.
    private void turn(long wallTicks, long now) throws IOException {
        splicer.flush(wallTicks, now).forEach(out);
        var first = clip < 0;
        group++;
        if (first || group >= slate.clips().get(clip).groups().size()) {
            clip = (clip + 1) % slate.clips().size();
            group = slate.tellsSeconds() ? slate.clips().get(clip).groupAt(second()) : 0;
            load();
            firstTicks = Math.max(splicer.nextTicks(), first ? wallTicks : 0);
            firstRaw = dts(videoStart(0));
            splicer.begin(firstTicks);
        } else {
            load();
        }
    }

    private void load() throws IOException {
        packets = slate.clips().get(clip).read(group);
        at = 0;
    }

    private int second() {
        return clock.instant().atOffset(ZoneOffset.UTC).getSecond();
    }

    /// Where the first picture begins that is not due yet; the tables before a group's first
    /// picture go with it.
    private int dueUntil(long wallTicks) {
        for (var start = videoStart(at);
                start < packets.length;
                start = videoStart(start + TsPacket.LENGTH)) {
            if (firstTicks + TsPacket.ticksBetween(firstRaw, dts(start)) > wallTicks) {
                return at == 0 && start == videoStart(0) ? 0 : start;
            }
        }
        return packets.length;
    }

    private long dts(int packet) {
        return TsPacket.hasDts(packets, packet)
                ? TsPacket.dts(packets, packet)
                : TsPacket.pts(packets, packet);
    }

    private int videoStart(int from) {
        for (var packet = from; packet < packets.length; packet += TsPacket.LENGTH) {
            if (TsPacket.pid(packets, packet) == Tables.VIDEO_PID
                    && TsPacket.hasPts(packets, packet)) {
                return packet;
            }
        }
        return packets.length;
    }
}
