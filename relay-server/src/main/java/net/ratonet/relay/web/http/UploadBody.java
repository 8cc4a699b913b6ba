package net.ratonet.relay.web.http;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import net.ratonet.shared.flow.Ticker;

/// A large request body, read piece by piece. A sender that leaves, or hardly sends, ends it with a
/// [Broken], so that its failures are not taken for the disk's. For the one thread that answers.
final class UploadBody extends InputStream {

    /// A phone on a bad link sends more; less than this only holds the connection.
    private static final long SLOWEST_BYTES_PER_SECOND = 8 * 1024;

    private static final long PATIENCE_NANOS = Duration.ofSeconds(20).toNanos();

    private final InputStream in;
    private final Ticker ticker;
    private final long startNanos;
    private long bytes;

    /// The body did not arrive.
    static final class Broken extends IOException {
        private static final long serialVersionUID = 1;

        Broken(String message) {
            super(message);
        }
    }

    UploadBody(InputStream in, Ticker ticker) {
        this.in = in;
        this.ticker = ticker;
        this.startNanos = ticker.nowNanos();
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int from, int most) throws IOException {
        var got = receive(into, from, most);
        bytes += Math.max(0, got);
        var late = ticker.nowNanos() - startNanos - PATIENCE_NANOS;
        if (late > 0 && bytes < late / 1e9 * SLOWEST_BYTES_PER_SECOND) {
            throw new Broken("the sender hardly sends");
        }
        return got;
    }

    private int receive(byte[] into, int from, int most) throws Broken {
        try {
            return in.read(into, from, most);
        } catch (IOException gone) {
            throw new Broken("the sender has left");
        }
    }
}
