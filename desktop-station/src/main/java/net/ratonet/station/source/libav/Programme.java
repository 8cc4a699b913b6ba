package net.ratonet.station.source.libav;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Optional;
import net.ratonet.shared.flow.Ticker;
import net.ratonet.station.config.AudioInput;
import net.ratonet.station.config.Resolution;
import net.ratonet.station.source.EncoderFeed;
import net.ratonet.station.source.EncoderJob;
import net.ratonet.station.source.FeedReading;
import net.ratonet.station.source.SourceState;

/// What viewers see and hear at any moment: there is always a picture and always sound, whatever
/// the source does. Owned by the encoder's thread.
final class Programme implements AutoCloseable {

    private static final boolean WINDOWS = System.getProperty("os.name", "").startsWith("Windows");

    private final Resolution size;
    private final int framesPerSecond;
    private final Ticker ticker;
    private final TestPicture testPicture;
    private final SlatePicture slate;
    private final ClockStamp clock = new ClockStamp(ZoneId.systemDefault());
    private final LevelMeter level = new LevelMeter();
    private EncoderFeed feed;
    private Optional<SourceReader> picture = Optional.empty();
    private Optional<SourceReader> microphone = Optional.empty();

    Programme(EncoderJob job, Ticker ticker) {
        size = job.picture().resolution();
        framesPerSecond = job.picture().framesPerSecond();
        this.ticker = ticker;
        testPicture = new TestPicture(size);
        slate = new SlatePicture(size);
        feed = job.feed();
        openPicture();
        openMicrophone();
    }

    void choose(EncoderFeed next) {
        var before = feed;
        feed = next;
        if (!next.video().equals(before.video())) {
            picture.ifPresent(SourceReader::close);
            openPicture();
        }
        if (!sound(next).equals(sound(before))) {
            microphone.ifPresent(SourceReader::close);
            openMicrophone();
        }
    }

    Canvas picture(long number, Instant time, boolean beeping) {
        if (feed.slate()) {
            return slate.draw(SlatePicture.BREAK, time);
        }
        return picture.map(source ->
                        source.state() == SourceState.LIVE
                                ? stamped(source.frames().take(), time)
                                : slate.draw(SlatePicture.LOST, time))
                .orElseGet(() -> testPicture.draw(number, time, beeping));
    }

    private Canvas stamped(Canvas taken, Instant time) {
        clock.write(taken, feed.clock(), time);
        return taken;
    }

    void sound(float[][] channels, long firstSample) {
        switch (sound(feed)) {
            case AudioInput.Tone _ -> {
                Beep.fill(channels[0], firstSample);
                System.arraycopy(channels[0], 0, channels[1], 0, channels[0].length);
            }
            case AudioInput.Silence _ -> silence(channels);
            case AudioInput.Auto _ -> play(picture, channels);
            case AudioInput.Device _ -> play(microphone, channels);
        }
        if (feed.muted() || feed.slate()) {
            silence(channels);
        }
        level.hear(channels);
    }

    /// How it fared since the last call.
    FeedReading reading() {
        var reading =
                new FeedReading(
                        picture.map(SourceReader::state).orElse(SourceState.LIVE),
                        picture.map(SourceReader::trouble).orElse(""),
                        level.peakDb(),
                        level.rmsDb());
        level.reset();
        return reading;
    }

    @Override
    public void close() {
        picture.ifPresent(SourceReader::close);
        microphone.ifPresent(SourceReader::close);
    }

    private static AudioInput sound(EncoderFeed feed) {
        return feed.audio().with(feed.video());
    }

    private void openPicture() {
        picture = Opening.of(feed.video(), size, framesPerSecond, WINDOWS).map(this::read);
    }

    private void openMicrophone() {
        microphone =
                sound(feed) instanceof AudioInput.Device device
                        ? Optional.of(read(Opening.of(device, WINDOWS)))
                        : Optional.empty();
    }

    private SourceReader read(Opening opening) {
        var reader = new SourceReader(opening, size, ticker);
        reader.start();
        return reader;
    }

    private static void play(Optional<SourceReader> from, float[][] channels) {
        from.ifPresentOrElse(source -> source.sound().take(channels), () -> silence(channels));
    }

    private static void silence(float[][] channels) {
        for (var samples : channels) {
            Arrays.fill(samples, 0);
        }
    }
}
