package net.ratonet.relay.output.recording;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import net.ratonet.relay.session.TsChunk;
import net.ratonet.shared.telemetry.StreamerId;
import net.ratonet.shared.testing.FakeClock;

/// A writer, its clock and its disk, all moved by hand.
final class RecordingWorld {

    static final StreamerId RATO = new StreamerId("rato");
    static final Instant START = Instant.parse("2026-05-01T18:30:00Z");

    final FakeClock clock = new FakeClock(START);
    final AtomicLong usable = new AtomicLong(1L << 40);
    final OpenNames openNames = new OpenNames();
    final RecordingConfig config;
    final RecordingLibrary library;
    private volatile boolean full;

    RecordingWorld(Path folder) {
        this(new RecordingConfig(folder, 1 << 20, Duration.ofMinutes(10), 4 << 20, 8 << 20));
    }

    RecordingWorld(RecordingConfig config) {
        this.config = config;
        this.library = new RecordingLibrary(config.folder(), openNames);
    }

    RecordingWriter writer() {
        return new RecordingWriter(RATO, config, clock, new HandMadeDisk(), openNames);
    }

    /// From now on nothing more can be written to new files, as on a full disk.
    void fill() {
        full = true;
    }

    void empty() {
        full = false;
    }

    /// A chunk of so many packets that comes now.
    TsChunk chunk(int packets, boolean keyFrame, long origin) {
        var bytes = new byte[packets * TsChunk.PACKET];
        for (var i = 0; i < packets; i++) {
            bytes[i * TsChunk.PACKET] = 0x47;
        }
        return new TsChunk(bytes, clock.nowNanos(), keyFrame, origin);
    }

    private final class HandMadeDisk implements Disk {

        @Override
        public FileChannel create(Path file) throws IOException {
            var real = Disk.real().create(file);
            if (!full) {
                return real;
            }
            real.close();
            return FileChannel.open(Path.of("/dev/full"), StandardOpenOption.WRITE);
        }

        @Override
        public long usableBytes(Path folder) {
            return usable.get();
        }
    }
}
