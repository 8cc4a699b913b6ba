package net.ratonet.station.control;

import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import net.ratonet.shared.telemetry.Bitrate;
import net.ratonet.shared.wire.LinkPriority;
import net.ratonet.station.config.LiveConfig;
import net.ratonet.station.config.StationSettings;
import net.ratonet.station.config.StreamTarget;
import net.ratonet.station.config.VideoCodec;
import net.ratonet.station.config.VideoConfig;
import net.ratonet.station.config.VideoInput;
import net.ratonet.station.source.CodecChoice;
import net.ratonet.station.source.EncoderEvent;
import net.ratonet.station.source.EncoderFeed;
import net.ratonet.station.source.EncoderJob;
import net.ratonet.station.source.EncoderState;
import net.ratonet.station.source.EncoderSupervisor;

/// Every request to the station passes here, whoever makes it, and is answered at once: what takes
/// time happens on the encoder's thread. Safe for any thread.
public final class StationControl {

    private static final ControlAnswer STILL_TRYING =
            new ControlAnswer.Refused(
                    "the encoders of this machine are still being tried; ask again in a few"
                            + " seconds");

    private final EncoderSupervisor encoder;
    private final BondedLive bonded;
    private final VideoConfig video;
    private final Supplier<Optional<CodecChoice>> codec;
    private final AtomicReference<Bitrate> bitrate;
    private final AtomicReference<Optional<StreamTarget>> target;
    private final AtomicReference<EncoderFeed> feed;

    /// Somebody asked for it, and it is to go on when the live ends.
    private final AtomicBoolean recording = new AtomicBoolean();

    /// A door to a station that is not live yet.
    ///
    /// @param codec the encoder to use, once it is known
    public StationControl(
            EncoderSupervisor encoder,
            BondedLive bonded,
            VideoConfig video,
            LiveConfig live,
            Supplier<Optional<CodecChoice>> codec) {
        this.codec = codec;
        this.encoder = encoder;
        this.bonded = bonded;
        this.video = video;
        this.bitrate = new AtomicReference<>(video.bitrate());
        this.target = new AtomicReference<>(live.target());
        this.feed =
                new AtomicReference<>(
                        new EncoderFeed(video.input(), video.audio(), false, false, video.clock()));
    }

    /// Where the last live went, or where the settings say.
    Optional<StreamTarget> target() {
        return target.get();
    }

    /// Goes live to where the last live went, or to where the settings say.
    public ControlAnswer goLive() {
        return target.get()
                .map(this::goLive)
                .orElseGet(() -> new ControlAnswer.Refused("no target is set: give FIELD_LIVE_TO"));
    }

    public ControlAnswer goLive(StreamTarget to) {
        if (isLive()) {
            return new ControlAnswer.Refused("already live");
        }
        return codec.get().map(chosen -> begin(to, chosen.codec())).orElse(STILL_TRYING);
    }

    private ControlAnswer begin(StreamTarget to, VideoCodec chosen) {
        try {
            var reached = to.isBonded() ? bonded.open(to) : to;
            target.set(Optional.of(to));
            encoder.request(new EncoderEvent.LiveRequested(job(reached, chosen)));
            return new ControlAnswer.Done("going live to " + to);
        } catch (IOException trouble) {
            return new ControlAnswer.Refused("bonding cannot begin: " + trouble.getMessage());
        }
    }

    /// Ends the live; a recording that somebody asked for goes on.
    public ControlAnswer stop() {
        if (recording.get()) {
            encoder.request(new EncoderEvent.OnlyRecordRequested(alone()));
            return new ControlAnswer.Done("stopping; the recording goes on");
        }
        encoder.request(new EncoderEvent.StopRequested());
        return new ControlAnswer.Done("stopping");
    }

    /// Keeps a copy of what is encoded on this machine, live or not, until it is told to end.
    public ControlAnswer record(boolean on) {
        if (!on) {
            recording.set(false);
            encoder.request(new EncoderEvent.RecordingEndRequested());
            return new ControlAnswer.Done("the recording ends");
        }
        if (codec.get().isEmpty()) {
            return STILL_TRYING;
        }
        recording.set(true);
        encoder.request(new EncoderEvent.RecordingRequested(alone()));
        return new ControlAnswer.Done("recording to " + video.recording().plan().folder());
    }

    /// Shows another source, now if live, and in every later live of this run.
    public ControlAnswer selectSource(String text) {
        var input = VideoInput.parse(text);
        if (input.isEmpty()) {
            return new ControlAnswer.Refused("no such source: give " + VideoInput.ALLOWED);
        }
        return choose(now -> now.withVideo(input.get()), "showing " + input.get().shown());
    }

    public ControlAnswer mute(boolean on) {
        return choose(now -> now.withMute(on), on ? "muted" : "heard again");
    }

    /// Viewers see a "be right back" picture and hear nothing, or the source again.
    public ControlAnswer showSlate(boolean on) {
        return choose(now -> now.withSlate(on), on ? "the slate is on" : "the slate is off");
    }

    private ControlAnswer choose(UnaryOperator<EncoderFeed> change, String done) {
        encoder.request(new EncoderEvent.FeedRequested(feed.updateAndGet(change)));
        return new ControlAnswer.Done(done);
    }

    public ControlAnswer restartEncoder() {
        if (!isWorking()) {
            return new ControlAnswer.Refused("not live");
        }
        encoder.request(new EncoderEvent.RestartRequested());
        return new ControlAnswer.Done("restarting");
    }

    /// Holds for this live and for the next, whatever the links carry, until a kick.
    public ControlAnswer setBitrate(Bitrate next) {
        if (!StationSettings.isUsable(next)) {
            return new ControlAnswer.Refused(
                    "the bitrate must be %.0f to %.0f kbit/s"
                            .formatted(
                                    StationSettings.LOWEST_BITRATE.kbps(),
                                    StationSettings.HIGHEST_BITRATE.kbps()));
        }
        bitrate.set(next);
        bonded.holdBitrate();
        encoder.request(new EncoderEvent.BitrateRequested(next));
        return new ControlAnswer.Done("aiming at %.0f kbit/s".formatted(next.kbps()));
    }

    /// Ends what `setBitrate` began.
    public ControlAnswer freeBitrate() {
        return answer(bonded.freeBitrate(), "the bitrate follows the links");
    }

    /// Lets the bitrate follow the links again, from above.
    public ControlAnswer kick() {
        return answer(bonded.kick(), "the bitrate is free to rise");
    }

    public ControlAnswer switchLink(String link, boolean on) {
        return answer(bonded.switchLink(link, on), link + (on ? " is on" : " is off"));
    }

    public ControlAnswer prioritiseLink(String link, LinkPriority priority) {
        return answer(
                bonded.prioritise(link, priority),
                link + ": " + priority.name().toLowerCase(Locale.ROOT));
    }

    /// Sends one of so many pictures, while an encoder runs.
    public void setPace(int every) {
        encoder.request(new EncoderEvent.PaceRequested(every));
    }

    /// What holds the bitrate where it is; empty when nobody steers it.
    public String bitrateCause() {
        return bonded.cause();
    }

    public StreamStatus status() {
        return StreamStatus.of(
                encoder.state().get(), codec.get().map(CodecChoice::note).orElse(""));
    }

    private static ControlAnswer answer(Optional<String> refusal, String done) {
        return refusal.<ControlAnswer>map(ControlAnswer.Refused::new)
                .orElseGet(() -> new ControlAnswer.Done(done));
    }

    boolean isLive() {
        return isWorking()
                && encoder.state().get().task().filter(job -> !job.isAlone()).isPresent();
    }

    /// Whether an encoder uses the source now.
    boolean isWorking() {
        return switch (encoder.state().get()) {
            case EncoderState.Idle _, EncoderState.Stopping _ -> false;
            case EncoderState.Starting _, EncoderState.Running _, EncoderState.Waiting _ -> true;
        };
    }

    /// What the encoder would do for such a target, to try it.
    EncoderJob job(StreamTarget to) {
        return job(to, codec.get().orElse(CodecChoice.USUAL).codec())
                .withRecording(Optional.empty());
    }

    private EncoderJob job(StreamTarget to, VideoCodec chosen) {
        var plan = Optional.of(video.recording().plan());
        return new EncoderJob(
                to,
                video.picture(),
                bitrate.get(),
                chosen,
                feed.get(),
                plan.filter(_ -> recording.get() || video.recording().withLive()));
    }

    private EncoderJob alone() {
        return job(StreamTarget.NOWHERE).withRecording(Optional.of(video.recording().plan()));
    }
}
