package net.ratonet.relay.ingest.rtmp;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import net.ratonet.relay.session.Admission;
import net.ratonet.relay.session.FeedDoor;
import net.ratonet.relay.session.IngestOrigin;
import net.ratonet.relay.session.IngestProtocol;
import net.ratonet.relay.session.KeyRing;
import net.ratonet.relay.session.PlayRight;
import net.ratonet.relay.session.PublishRight;
import net.ratonet.shared.telemetry.StreamerId;

/// Knows the key KEY, and lets one publisher in at a time.
final class FakeRelay implements KeyRing, FeedDoor {

    private final List<FakeIntake> intakes = new CopyOnWriteArrayList<>();
    volatile boolean full;
    volatile boolean encryptedOnly;

    @Override
    public Optional<PublishRight> publish(String key) {
        return key.equals("KEY")
                ? Optional.of(
                        new PublishRight(
                                new StreamerId("ana"),
                                Optional.empty(),
                                encryptedOnly,
                                Duration.ofMillis(500),
                                Duration.ofSeconds(2)))
                : Optional.empty();
    }

    @Override
    public Optional<PlayRight> play(String key) {
        return Optional.empty();
    }

    @Override
    public synchronized Admission admit(PublishRight right, IngestOrigin origin) {
        if (full) {
            return new Admission.Full();
        }
        if (intakes.stream().anyMatch(FakeIntake::isOpen)) {
            return new Admission.Busy(new IngestOrigin(IngestProtocol.SRT, origin.address(), 0));
        }
        var intake = new FakeIntake();
        intakes.add(intake);
        return new Admission.Admitted(intake);
    }

    List<FakeIntake> intakes() {
        return intakes;
    }
}
