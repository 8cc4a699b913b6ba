package net.ratonet.station.source.libav;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import net.ratonet.shared.flow.Ticker;
import net.ratonet.shared.wire.Decoded;
import net.ratonet.shared.wire.Json;
import net.ratonet.station.source.DeviceSearch;
import net.ratonet.station.source.DevicesCodec;
import net.ratonet.station.source.EncoderCommand;
import net.ratonet.station.source.EncoderJob;
import net.ratonet.station.source.EncoderLineCodec;
import net.ratonet.station.source.EncoderProbe;
import net.ratonet.station.source.EncoderReport;

/// Entry point of the encoder's process: commands come as lines on standard input, reports leave on
/// standard output. When the input ends, the station is gone, and so is this process soon after.
public final class EncoderMain {

    /// The longest a farewell may take before the process just ends.
    private static final Duration LONGEST_FAREWELL = Duration.ofSeconds(1);

    private static final boolean WINDOWS = System.getProperty("os.name", "").startsWith("Windows");
    private static final int LONGEST_QUEUE = 256;

    private final Ticker ticker = Ticker.system();
    private final SecretWords secrets = new SecretWords();
    private final BlockingQueue<EncoderCommand> commands = new ArrayBlockingQueue<>(LONGEST_QUEUE);
    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    private EncoderMain() {}

    /// Encodes what the station wants, or answers a question of `EncoderProbe` or `DeviceSearch`.
    public static void main(String[] args) throws InterruptedException {
        var encoder = new EncoderMain();
        if (args.length == 2 && args[0].equals(EncoderProbe.OPTION)) {
            encoder.report(EncoderTrialRun.of(args[1]));
            System.exit(0);
        }
        if (args.length == 1 && args[0].equals(DeviceSearch.OPTION)) {
            encoder.out.println(Json.write(DevicesCodec.encode(LibavDevices.search(WINDOWS))));
            System.exit(0);
        }
        System.exit(encoder.work());
    }

    private int work() throws InterruptedException {
        Thread.ofPlatform().daemon().name("commands").start(this::readCommands);
        return switch (commands.take()) {
            case EncoderCommand.Start(var job) -> encode(job);
            case EncoderCommand.SetBitrate _,
                    EncoderCommand.Choose _,
                    EncoderCommand.RecordTo _,
                    EncoderCommand.Preview _,
                    EncoderCommand.SetPace _,
                    EncoderCommand.Keyframe _,
                    EncoderCommand.Stop _ ->
                    0;
        };
    }

    private int encode(EncoderJob job) throws InterruptedException {
        secrets.learn(job.target());
        secrets.learn(job.feed().video());
        var errors = new ErrorLog(secrets);
        errors.install();
        try (var programme = new Programme(job, ticker);
                var stream = new LiveStream(job, programme, this::show, ticker)) {
            var clock = InstantSource.system();
            stream.record(job.recording(), clock);
            stream.connect();
            new EncoderSession(stream, programme, job, clock, commands, this::report, ticker).run();
            return 0;
        } catch (LibavException trouble) {
            var more = errors.last().map(said -> " (" + said + ")").orElse("");
            report(new EncoderReport.Failed(trouble.getMessage() + more, trouble.isByCodec()));
            return 1;
        }
    }

    private void readCommands() {
        try (var lines =
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                take(line);
            }
        } catch (IOException trouble) {
            System.err.println("the station's commands cannot be read: " + trouble.getMessage());
        }
        endSoon();
    }

    private void take(String line) {
        switch (EncoderLineCodec.decodeCommand(line)) {
            case Decoded.Accepted<EncoderCommand>(var command) -> {
                if (command instanceof EncoderCommand.Choose(var feed)) {
                    secrets.learn(feed.video());
                }
                if (!commands.offer(command)) {
                    System.err.println("too many commands at once; one was left out");
                }
                if (command instanceof EncoderCommand.Stop) {
                    endSoon();
                }
            }
            case Decoded.Refused<EncoderCommand>(var field, var reason) ->
                    System.err.println("a command was refused: " + field + " " + reason);
            case Decoded.Malformed<EncoderCommand> _ ->
                    System.err.println("a command was not readable");
        }
    }

    /// A good farewell if the target takes it; native code that hangs cannot hold the process.
    private void endSoon() {
        commands.clear();
        commands.add(new EncoderCommand.Stop());
        Thread.ofPlatform()
                .daemon()
                .name("farewell")
                .start(() -> {
                    pause(LONGEST_FAREWELL);
                    Runtime.getRuntime().halt(0);
                });
    }

    private static void pause(Duration time) {
        try {
            TimeUnit.NANOSECONDS.sleep(time.toNanos());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void show(String jpegBase64) {
        report(new EncoderReport.Preview(jpegBase64));
    }

    private void report(EncoderReport report) {
        out.println(EncoderLineCodec.encode(report));
    }
}
