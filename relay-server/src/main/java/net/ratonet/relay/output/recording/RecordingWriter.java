package net.ratonet.relay.output.recording;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import net.ratonet.relay.session.TsChunk;
import net.ratonet.shared.telemetry.StreamerId;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes one stream to one file after the other. Owned by the recording's thread; any thread may
/// read the state.
final class RecordingWriter {

    /// The rest of the relay needs the disk, too.
    static final long RESERVE = 256L << 20;

    /// So much must be free again, lest it stops at once.
    static final long ROOM_AGAIN = 2 * RESERVE;

    private static final Logger LOG = LoggerFactory.getLogger(RecordingWriter.class);
    private static final long LOOKED_AFTER = Duration.ofSeconds(1).toNanos();

    private final StreamerId streamer;
    private final RecordingConfig config;
    private final SplitRule split;
    private final InstantSource clock;
    private final Disk disk;
    private final OpenNames openNames;
    private volatile RecordingState state = new RecordingState.Waiting();
    private @Nullable Current current;
    private long origin;
    private long lookedNanos;

    RecordingWriter(
            StreamerId streamer,
            RecordingConfig config,
            InstantSource clock,
            Disk disk,
            OpenNames openNames) {
        this.streamer = streamer;
        this.config = config;
        this.split = new SplitRule(config.maxFileBytes(), config.maxFileDuration());
        this.clock = clock;
        this.disk = disk;
        this.openNames = openNames;
    }

    RecordingState state() {
        return state;
    }

    void accept(TsChunk chunk) {
        try {
            if (state instanceof RecordingState.Stuck && !hasRoomAgain(chunk.arrivedNanos())) {
                return;
            }
            endIfDue(chunk);
            if (current == null && chunk.keyFrame()) {
                begin(chunk);
            }
            if (current != null) {
                current.file.append(chunk);
                tick(chunk.arrivedNanos());
            }
        } catch (IOException trouble) {
            stop(reason(trouble));
        }
    }

    /// To be called a few times a second.
    void tick(long nowNanos) {
        var writing = current;
        if (writing == null) {
            return;
        }
        try {
            writing.file.tick(nowNanos);
            state =
                    new RecordingState.Writing(
                            writing.name.text(), writing.name.start(), writing.file.bytes());
            if (isTimeToLook(nowNanos) && usable() < RESERVE) {
                stop(tooLittle());
            }
        } catch (IOException trouble) {
            stop(reason(trouble));
        }
    }

    void close() {
        try {
            end();
        } catch (IOException trouble) {
            LOG.info("{}: the end of a recording is lost: {}", streamer, trouble.getMessage());
        }
        state = new RecordingState.Off();
    }

    private void endIfDue(TsChunk chunk) throws IOException {
        var writing = current;
        if (writing == null) {
            return;
        }
        var length = Duration.ofNanos(chunk.arrivedNanos() - writing.beganNanos);
        if (chunk.origin() != origin
                || split.isDue(writing.file.bytes(), length, chunk.keyFrame())) {
            end();
            state = new RecordingState.Waiting();
        }
    }

    private void begin(TsChunk chunk) throws IOException {
        Files.createDirectories(config.folder());
        if (usable() < RESERVE) {
            stop(tooLittle());
            return;
        }
        var folder = RecordingName.folderOf(config.folder(), streamer);
        var name = new RecordingName(clock.instant().truncatedTo(ChronoUnit.SECONDS), 1);
        while (current == null) {
            var path = name.below(folder);
            try {
                var file = new RecordingFile(disk.create(path), chunk.arrivedNanos());
                openNames.add(path);
                current = new Current(name, path, file, chunk.arrivedNanos());
                origin = chunk.origin();
                lookedNanos = chunk.arrivedNanos();
            } catch (FileAlreadyExistsException taken) {
                if (name.sequence() == RecordingName.MOST_IN_A_SECOND) {
                    throw taken;
                }
                name = name.next();
            }
        }
    }

    private void end() throws IOException {
        var ending = current;
        current = null;
        if (ending != null) {
            try {
                ending.file.close();
            } finally {
                openNames.remove(ending.path);
            }
        }
    }

    private void stop(String reason) {
        var ending = current;
        current = null;
        if (ending != null) {
            try {
                ending.file.abandon();
                if (Files.size(ending.path) == 0) {
                    Files.delete(ending.path);
                }
            } catch (IOException trouble) {
                LOG.debug("{}: closing a recording that failed", streamer, trouble);
            }
            openNames.remove(ending.path);
        }
        if (!(state instanceof RecordingState.Stuck)) {
            LOG.info("{}: recording has stopped, {}", streamer, reason);
        }
        state = new RecordingState.Stuck(reason);
    }

    private boolean hasRoomAgain(long nowNanos) throws IOException {
        if (!isTimeToLook(nowNanos) || usable() < ROOM_AGAIN) {
            return false;
        }
        LOG.info("{}: recording tries again", streamer);
        state = new RecordingState.Waiting();
        return true;
    }

    private boolean isTimeToLook(long nowNanos) {
        if (nowNanos - lookedNanos < LOOKED_AFTER) {
            return false;
        }
        lookedNanos = nowNanos;
        return true;
    }

    private long usable() throws IOException {
        return disk.usableBytes(config.folder());
    }

    private static String tooLittle() {
        return "the disk has less than %d MB left; it goes on by itself when %d MB are free"
                .formatted(RESERVE >> 20, ROOM_AGAIN >> 20);
    }

    private static String reason(IOException trouble) {
        return "the disk cannot be written (%s); it is tried again each second"
                .formatted(trouble.getMessage());
    }

    private record Current(RecordingName name, Path path, RecordingFile file, long beganNanos) {}
}
