package net.ratonet.relay.ingest.srt;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import net.ratonet.relay.session.Admission;
import net.ratonet.relay.session.FeedDoor;
import net.ratonet.relay.session.IngestOrigin;
import net.ratonet.relay.session.Intake;
import net.ratonet.relay.session.NetworkStatistics;
import net.ratonet.relay.session.PublishRight;

/// Lets in one publisher for each streamer, and keeps what comes.
final class FakeFeedDoor implements FeedDoor {

    private final List<FakeIntake> intakes = new CopyOnWriteArrayList<>();
    private volatile boolean full;

    @Override
    public synchronized Admission admit(PublishRight right, IngestOrigin origin) {
        if (full) {
            return new Admission.Full();
        }
        for (var intake : intakes) {
            if (intake.isOpen() && intake.right.streamer().equals(right.streamer())) {
                return new Admission.Busy(intake.origin);
            }
        }
        var intake = new FakeIntake(right, origin);
        intakes.add(intake);
        return new Admission.Admitted(intake);
    }

    void full(boolean on) {
        full = on;
    }

    List<FakeIntake> intakes() {
        return intakes;
    }

    FakeIntake last() {
        return intakes.getLast();
    }

    static final class FakeIntake implements Intake {

        final PublishRight right;
        final IngestOrigin origin;
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final List<NetworkStatistics> statistics = new ArrayList<>();
        private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
        private volatile boolean open = true;

        private FakeIntake(PublishRight right, IngestOrigin origin) {
            this.right = right;
            this.origin = origin;
        }

        @Override
        public synchronized void write(byte[] from, int offset, int length) {
            bytes.write(from, offset, length);
        }

        @Override
        public synchronized void network(NetworkStatistics newest) {
            statistics.add(newest);
        }

        @Override
        public boolean isOpen() {
            return open;
        }

        @Override
        public void onTakenAway(Runnable listener) {
            listeners.add(listener);
        }

        @Override
        public void close() {
            open = false;
        }

        void takeAway() {
            open = false;
            listeners.forEach(Runnable::run);
        }

        synchronized byte[] bytes() {
            return bytes.toByteArray();
        }

        synchronized int length() {
            return bytes.size();
        }

        synchronized List<NetworkStatistics> statistics() {
            return List.copyOf(statistics);
        }
    }
}
