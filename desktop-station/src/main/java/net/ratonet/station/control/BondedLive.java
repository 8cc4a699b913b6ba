package net.ratonet.station.control;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import net.ratonet.shared.telemetry.Bitrate;
import net.ratonet.shared.wire.LinkPriority;
import net.ratonet.station.config.BondConfig;
import net.ratonet.station.config.StreamTarget;
import net.ratonet.station.network.BondTarget;
import net.ratonet.station.network.Bonding;
import net.ratonet.station.source.EncoderEvent;
import net.ratonet.station.source.EncoderState;
import net.ratonet.station.source.EncoderSupervisor;

/// Joins encoder and bond: opens the bond before the encoder begins, closes it when the encoder has
/// ended, and hands the encoder the bitrate that the links carry. Safe for any thread.
public final class BondedLive implements AutoCloseable {

    /// Sound, and what MPEG-TS and SRT add.
    private static final long SOUND_BITS_PER_SECOND = 130_000;

    private static final double PICTURE_SHARE = .94;

    private final EncoderSupervisor encoder;
    private final Bonding bonding;
    private final BondConfig config;

    private final AtomicBoolean open = new AtomicBoolean();

    /// Between the request to go live and the encoder's first stir.
    private volatile boolean beginning;

    /// A person has set the bitrate.
    private volatile boolean held;

    private volatile String cause = "";

    public BondedLive(EncoderSupervisor encoder, Bonding bonding, BondConfig config) {
        this.encoder = encoder;
        this.bonding = bonding;
        this.config = config;
    }

    /// What a stream with this picture takes in all.
    public static Bitrate total(Bitrate picture) {
        return new Bitrate(
                Math.round((picture.bitsPerSecond() + SOUND_BITS_PER_SECOND) / PICTURE_SHARE));
    }

    public void start() {
        var _ = encoder.state().subscribe(this::follow);
    }

    /// Where the encoder has to send to.
    StreamTarget open(StreamTarget to) throws IOException {
        beginning = true;
        open.set(true);
        var far = new BondTarget(to.host(), to.port());
        return to.throughBond(
                bonding.open(to.isForEachLink() ? far.forEachLink() : far), config.latencyMs());
    }

    void holdBitrate() {
        held = true;
        cause = "";
    }

    /// Lets it follow the links again, or says why it cannot.
    Optional<String> freeBitrate() {
        if (!config.isAdaptive()) {
            return Optional.of("FIELD_BITRATE_ALGORITHM is off");
        }
        held = false;
        return Optional.empty();
    }

    Optional<String> kick() {
        if (!open.get() || !config.isAdaptive()) {
            return Optional.of("the bitrate does not follow the links now");
        }
        held = false;
        return bonding.kick();
    }

    Optional<String> switchLink(String link, boolean on) {
        return bonding.switchLink(link, on);
    }

    Optional<String> prioritise(String link, LinkPriority priority) {
        return bonding.prioritise(link, priority);
    }

    String cause() {
        return cause;
    }

    /// The links carry so much in all; the picture gets what sound and packing leave.
    public void adapt(Bitrate total, String why) {
        if (!config.isAdaptive() || !open.get() || held || total.bitsPerSecond() == 0) {
            return;
        }
        cause = why;
        var picture = Math.round(total.bitsPerSecond() * PICTURE_SHARE) - SOUND_BITS_PER_SECOND;
        encoder.request(
                new EncoderEvent.BitrateRequested(
                        new Bitrate(Math.max(config.floor().bitsPerSecond(), picture))));
    }

    /// Runs on the encoder's thread.
    private void follow(EncoderState state) {
        switch (state) {
            case EncoderState.Starting(var job, _, _, _) -> {
                beginning = beginning && job.isAlone();
                if (job.isAlone()) {
                    shut();
                }
            }
            case EncoderState.Idle _ -> shut();
            case EncoderState.Running _, EncoderState.Waiting _, EncoderState.Stopping _ -> {}
        }
    }

    private void shut() {
        if (!beginning && open.compareAndSet(true, false)) {
            cause = "";
            bonding.shut();
        }
    }

    @Override
    public void close() {
        bonding.close();
    }
}
