package net.ratonet.station.telemetry.gps;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import net.ratonet.station.telemetry.serial.LineSplitter;

/// One conversation with gpsd. For the thread of its collector; no call waits longer than it is
/// told to.
final class GpsdConnection implements AutoCloseable {

    /// A sky of a hundred satellites takes about 10 kB.
    private static final int LONGEST_LINE = 64 * 1024;

    private final Socket socket = new Socket();
    private final LineSplitter splitter = new LineSplitter(LONGEST_LINE);
    private final byte[] buffer = new byte[8 * 1024];

    GpsdConnection(String host, int port, Duration limit) throws IOException {
        try {
            socket.connect(new InetSocketAddress(host, port), Math.toIntExact(limit.toMillis()));
            send(GpsdCodec.WATCH);
        } catch (IOException refused) {
            socket.close();
            throw refused;
        }
    }

    void send(String line) throws IOException {
        socket.getOutputStream().write(line.getBytes(StandardCharsets.US_ASCII));
    }

    /// Waits for a first piece of text, then takes all that has come in.
    List<String> lines(Duration wait) throws IOException {
        var in = socket.getInputStream();
        socket.setSoTimeout(Math.toIntExact(wait.toMillis()));
        var lines = new ArrayList<String>();
        do {
            try {
                var count = in.read(buffer);
                if (count < 0) {
                    throw new IOException("gpsd has hung up");
                }
                lines.addAll(splitter.feed(buffer, count));
            } catch (SocketTimeoutException _) {
                return lines;
            }
        } while (in.available() > 0);
        return lines;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
