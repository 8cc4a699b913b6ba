package net.ratonet.station.source;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import net.ratonet.shared.telemetry.Bitrate;

/// An encoder that obeys at once and otherwise does what a test tells it.
public final class FakeEncoder implements EncoderLauncher {

    private final List<EncoderJob> launched = new CopyOnWriteArrayList<>();
    private final List<EncoderCommand> sent = new CopyOnWriteArrayList<>();
    private volatile Consumer<EncoderEvent> events = _ -> {};
    private volatile boolean missing;
    private volatile boolean deaf;

    @Override
    public EncoderProcess launch(EncoderJob job, Consumer<EncoderEvent> listener)
            throws IOException {
        if (missing) {
            throw new IOException("no such program");
        }
        launched.add(job);
        events = listener;
        return new FakeProcess();
    }

    public List<EncoderJob> launched() {
        return launched;
    }

    public List<EncoderCommand> sent() {
        return sent;
    }

    public void work() {
        events.accept(new EncoderEvent.Reported(new EncoderReport.Working(statistics())));
    }

    public void crash() {
        events.accept(new EncoderEvent.Ended("its process ended with 139"));
    }

    /// From now on there is nothing to launch.
    public void vanish() {
        missing = true;
    }

    /// From now on it hears no request to stop.
    public void ignoreCommands() {
        deaf = true;
    }

    public static EncoderStatistics statistics() {
        return new EncoderStatistics(
                30,
                2,
                29.9,
                Bitrate.ofKbps(4_000),
                Bitrate.ofKbps(4_100),
                12,
                new FeedReading(SourceState.LOST, "Connection refused", -3.5, -20));
    }

    private final class FakeProcess implements EncoderProcess {

        @Override
        public void send(EncoderCommand command) {
            sent.add(command);
            if (command instanceof EncoderCommand.Stop && !deaf) {
                events.accept(new EncoderEvent.Ended("its process ended with 0"));
            }
        }

        @Override
        public void kill() {
            events.accept(new EncoderEvent.Ended("its process ended with 137"));
        }
    }
}
