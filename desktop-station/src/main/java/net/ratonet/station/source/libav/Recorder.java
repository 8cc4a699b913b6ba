package net.ratonet.station.source.libav;

import static org.bytedeco.ffmpeg.global.avcodec.av_packet_clone;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import net.ratonet.shared.flow.Ticker;
import net.ratonet.station.config.RecordingPlan;
import net.ratonet.station.source.RecordingReading;
import org.bytedeco.ffmpeg.avcodec.AVPacket;

/// Copies what is encoded into files, beside the stream and never in its way: `offer` is for the
/// encoder's thread and does not wait, all that waits happens on the thread "recording".
final class Recorder implements AutoCloseable {

    static final String THREAD = "recording";

    /// Some twenty seconds of a usual stream. When the disk is slower, whole groups of pictures are
    /// left out.
    private static final int MOST_PACKETS = 2_048;

    private static final long MOST_BYTES = 32_000_000;
    private static final Duration LONGEST_FAREWELL = Duration.ofMillis(500);

    private final BlockingQueue<Item> queue = new ArrayBlockingQueue<>(MOST_PACKETS);
    private final AtomicLong queuedBytes = new AtomicLong();
    private final AtomicLong dropped = new AtomicLong();
    private final RecordingFiles files;
    private final Thread thread = Thread.ofPlatform().daemon().name(THREAD).unstarted(this::run);
    private volatile boolean ending;

    /// Owned by the encoder's thread.
    private boolean waitsForKeyFrame = true;

    Recorder(RecordingPlan plan, Tracks tracks, InstantSource clock, Ticker ticker) {
        this(plan, new RecordingFolder(plan.folder(), plan.quotaBytes()), tracks, clock, ticker);
    }

    Recorder(
            RecordingPlan plan,
            RecordingFolder folder,
            Tracks tracks,
            InstantSource clock,
            Ticker ticker) {
        files = new RecordingFiles(plan, folder, tracks, clock, ticker);
    }

    void start() {
        thread.start();
    }

    /// Takes a copy of the packet, or leaves it out.
    void offer(AVPacket packet, int track, boolean keyFrame) {
        if (ending) {
            return;
        }
        if (waitsForKeyFrame && !(keyFrame && track == Tracks.VIDEO)) {
            return;
        }
        var size = packet.size();
        var item = new Item(av_packet_clone(packet), track, keyFrame, size);
        if (queuedBytes.addAndGet(size) <= MOST_BYTES && queue.offer(item)) {
            waitsForKeyFrame = false;
        } else {
            forget(item);
            dropped.incrementAndGet();
            waitsForKeyFrame = true;
        }
    }

    RecordingReading reading() {
        return files.reading(dropped.get());
    }

    boolean isCaughtUp() {
        return queue.isEmpty();
    }

    /// Nothing more is taken; what was taken is still written.
    void end() {
        ending = true;
    }

    @Override
    public void close() {
        end();
        try {
            thread.join(LONGEST_FAREWELL);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            while (!ending || !queue.isEmpty()) {
                var item = queue.poll(100, TimeUnit.MILLISECONDS);
                if (item == null) {
                    continue;
                }
                files.write(item.packet(), item.track(), item.keyFrame());
                forget(item);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException bug) {
            System.err.println("the recording failed: " + bug);
            files.halt("it failed: " + bug.getMessage());
            ending = true;
        } finally {
            files.close();
        }
    }

    private void forget(Item item) {
        av_packet_free(item.packet());
        queuedBytes.addAndGet(-item.bytes());
    }

    private record Item(AVPacket packet, int track, boolean keyFrame, int bytes) {}
}
