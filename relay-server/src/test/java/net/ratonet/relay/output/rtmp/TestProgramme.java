package net.ratonet.relay.output.rtmp;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import net.ratonet.relay.ffmpeg.Ffmpeg;
import net.ratonet.relay.session.ChunkFan;
import net.ratonet.relay.session.ChunkQueue;
import net.ratonet.relay.session.ChunkSource;
import net.ratonet.relay.session.TsChunk;
import net.ratonet.relay.session.ts.AccessUnit;
import net.ratonet.relay.session.ts.Track;
import net.ratonet.relay.session.ts.TsDemuxer;
import net.ratonet.relay.session.ts.TsListener;
import net.ratonet.relay.session.ts.TsMuxer;

/// A programme without end: clips that FFmpeg made, one after the other and again, on one timeline.
final class TestProgramme implements ChunkSource, AutoCloseable {

    private static final long MASK = (1L << 33) - 1;

    /// Two seconds before the clock's 33 bits begin anew, so that every run passes that point.
    private static final long START = MASK - 2 * 90_000;

    private final ChunkFan fan = new ChunkFan(4_000_000);
    private final List<Clip> clips;
    private final CountDownLatch closed = new CountDownLatch(1);
    private boolean keyFrame;

    private TestProgramme(List<Clip> clips) {
        this.clips = clips;
    }

    private static final class Clip implements TsListener {

        private final List<AccessUnit> units = new ArrayList<>();
        private List<Track> tracks = List.of();
        private long length;

        @Override
        public void tracks(List<Track> now) {
            tracks = List.copyOf(now);
        }

        @Override
        public void unit(AccessUnit unit) {
            units.add(unit);
        }
    }

    /// @param clips FFmpeg's words for inputs and encoders, each for one clip of whole seconds
    static TestProgramme of(Ffmpeg ffmpeg, int seconds, String... clips) throws IOException {
        var made = new ArrayList<Clip>();
        for (var words : clips) {
            var line = "-v error %s -t %d -muxdelay 0 -f mpegts pipe:1".formatted(words, seconds);
            var child = ffmpeg.start("clip", List.of(line.split(" +", -1)));
            var bytes = child.output().readAllBytes();
            var clip = new Clip();
            var demuxer = new TsDemuxer(clip);
            demuxer.accept(bytes, 0, bytes.length);
            demuxer.flush();
            clip.length = 90_000L * seconds;
            made.add(clip);
        }
        return new TestProgramme(made);
    }

    /// @param speed how many times faster than it is to be shown
    TestProgramme start(int speed) {
        Thread.ofVirtual().name("test-programme").start(() -> play(speed));
        return this;
    }

    @Override
    public ChunkQueue open(String reader, long mostBytes) {
        return fan.open(reader, mostBytes);
    }

    ChunkFan fan() {
        return fan;
    }

    @Override
    public void close() {
        closed.countDown();
    }

    private void play(int speed) {
        var muxer = new TsMuxer(this::write);
        var began = System.nanoTime();
        var done = 0L;
        while (true) {
            for (var clip : clips) {
                muxer.tracks(clip.tracks);
                var first = clip.units.getFirst().dts();
                for (var unit : clip.units) {
                    var at = done + unit.dts() - first;
                    if (closedAfter(began + at * 100_000 / 9 / speed - System.nanoTime())) {
                        fan.end();
                        return;
                    }
                    keyFrame = unit.keyFrame() && unit.track().codec().isVideo();
                    muxer.unit(moved(unit, START + done - first));
                }
                done += clip.length;
            }
        }
    }

    private boolean closedAfter(long nanos) {
        try {
            return closed.await(Math.max(0, nanos), TimeUnit.NANOSECONDS);
        } catch (InterruptedException _) {
            return true;
        }
    }

    private static AccessUnit moved(AccessUnit unit, long by) {
        return new AccessUnit(
                unit.track(),
                unit.pts() + by & MASK,
                unit.dts() + by & MASK,
                unit.keyFrame(),
                unit.bytes());
    }

    private void write(byte[] bytes, int offset, int length) {
        var packets = new byte[length];
        System.arraycopy(bytes, offset, packets, 0, length);
        fan.write(new TsChunk(packets, System.nanoTime(), keyFrame, 1));
    }
}
