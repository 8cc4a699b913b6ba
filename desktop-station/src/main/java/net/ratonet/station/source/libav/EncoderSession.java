package net.ratonet.station.source.libav;

import java.time.InstantSource;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import net.ratonet.shared.flow.Ticker;
import net.ratonet.shared.telemetry.Bitrate;
import net.ratonet.station.source.EncoderCommand;
import net.ratonet.station.source.EncoderJob;
import net.ratonet.station.source.EncoderReport;

/// Keeps a live stream in real time: one picture when it is due, commands in between, a report each
/// second. Owned by the thread that calls `run`.
final class EncoderSession {

    private final LiveStream stream;
    private final Programme programme;
    private final BlockingQueue<EncoderCommand> commands;
    private final Consumer<EncoderReport> reports;
    private final Ticker ticker;
    private final InstantSource clock;
    private final FramePace pace;
    private final StatisticsMeter meter;
    private Bitrate target;
    private boolean keyFrameWanted;
    private boolean stopped;
    private int everyNth = 1;
    private long encoded;
    private long dropped;

    /// @param stream connected already
    EncoderSession(
            LiveStream stream,
            Programme programme,
            EncoderJob job,
            InstantSource clock,
            BlockingQueue<EncoderCommand> commands,
            Consumer<EncoderReport> reports,
            Ticker ticker) {
        this.stream = stream;
        this.programme = programme;
        this.commands = commands;
        this.reports = reports;
        this.ticker = ticker;
        this.clock = clock;
        this.target = job.bitrate();
        this.pace = new FramePace(job.picture().framesPerSecond(), ticker.nowNanos());
        this.meter = new StatisticsMeter(ticker.nowNanos());
    }

    /// Works until a command or a trouble ends it.
    void run() throws LibavException, InterruptedException {
        var number = 0L;
        while (obeyUntil(pace.dueNanos(number))) {
            var next = pace.nextWorthwhile(number, ticker.nowNanos());
            dropped += next - number;
            stream.send(next, clock.instant(), keyFrameWanted);
            keyFrameWanted = false;
            encoded++;
            number = (next / everyNth + 1) * everyNth;
            report(number);
        }
        stream.finish();
    }

    private boolean obeyUntil(long dueNanos) throws InterruptedException {
        while (!stopped) {
            var command =
                    commands.poll(Math.max(0, dueNanos - ticker.nowNanos()), TimeUnit.NANOSECONDS);
            if (command == null) {
                return true;
            }
            obey(command);
        }
        return false;
    }

    private void obey(EncoderCommand command) {
        switch (command) {
            case EncoderCommand.SetBitrate(var bitrate) -> {
                target = bitrate;
                stream.setBitrate(bitrate);
            }
            case EncoderCommand.Choose(var feed) -> programme.choose(feed);
            case EncoderCommand.RecordTo(var plan) -> stream.record(plan, clock);
            case EncoderCommand.SetPace(var every) -> {
                if (every != everyNth && stream.setPace(every)) {
                    everyNth = every;
                }
            }
            case EncoderCommand.Preview _ -> stream.preview();
            case EncoderCommand.Keyframe _ -> keyFrameWanted = true;
            case EncoderCommand.Stop _, EncoderCommand.Start _ -> stopped = true;
        }
    }

    private void report(long nextNumber) {
        var now = ticker.nowNanos();
        meter.measure(
                        now,
                        encoded,
                        dropped,
                        stream.bytesWritten(),
                        now - pace.dueNanos(nextNumber),
                        target)
                .map(statistics ->
                        statistics
                                .with(programme.reading(), stream.outlet(), stream.recording())
                                .withPace(everyNth))
                .ifPresent(statistics -> reports.accept(new EncoderReport.Working(statistics)));
    }
}
