package net.ratonet.relay.output.recording;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.locks.LockSupport;
import net.ratonet.relay.session.SampleSource;
import net.ratonet.shared.flow.Ticker;
import net.ratonet.shared.telemetry.StreamerId;

/// Records a stream at its own pace until it is killed.
final class RecordingToBeKilled {

    private RecordingToBeKilled() {}

    public static void main(String[] arguments) throws IOException {
        var config =
                new RecordingConfig(
                        Path.of(arguments[0]), 1 << 30, Duration.ofHours(1), 1L << 31, 1L << 32);
        var desk = new RecordingDesk(config, InstantSource.system(), Ticker.system());
        var source = new SampleSource();
        desk.start(new StreamerId("rato"), source.feed());
        var stream = Files.readAllBytes(Path.of(arguments[1]));
        for (var at = 0; at < stream.length; at += 1_316) {
            source.send(stream, at, Math.min(1_316, stream.length - at));
            LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
        }
        LockSupport.park();
    }
}
