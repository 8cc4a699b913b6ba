package net.ratonet.relay.ingest.rtmp;

import java.io.ByteArrayOutputStream;
import net.ratonet.relay.session.Intake;
import net.ratonet.relay.session.NetworkStatistics;

/// Keeps what comes in.
final class FakeIntake implements Intake {

    private final ByteArrayOutputStream stream = new ByteArrayOutputStream();
    private volatile boolean open = true;
    private volatile Runnable onTakenAway = () -> {};

    @Override
    public void write(byte[] bytes, int offset, int length) {
        stream.write(bytes, offset, length);
    }

    @Override
    public void network(NetworkStatistics statistics) {
        throw new IllegalStateException("TCP tells nothing of its network");
    }

    @Override
    public boolean isOpen() {
        return open;
    }

    @Override
    public void onTakenAway(Runnable listener) {
        onTakenAway = listener;
    }

    @Override
    public void close() {
        open = false;
    }

    void takeAway() {
        open = false;
        onTakenAway.run();
    }

    byte[] bytes() {
        return stream.toByteArray();
    }
}
