package net.ratonet.station.telemetry.modem.at;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import net.ratonet.shared.flow.Ticker;
import net.ratonet.station.telemetry.serial.LineSplitter;
import net.ratonet.station.telemetry.serial.SerialLine;

/// Asks a modem one command after the other. For one thread.
final class AtConversation implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofMillis(1_500);
    private static final Duration WAIT = Duration.ofMillis(900);
    private static final int LONGEST_LINE = 1_024;

    private final SerialLine line;
    private final Ticker ticker;
    private final LineSplitter splitter = new LineSplitter(LONGEST_LINE);
    private final byte[] buffer = new byte[2_048];

    AtConversation(SerialLine line, Ticker ticker) {
        this.line = line;
        this.ticker = ticker;
    }

    /// The lines of the answer, with its last one: `OK`, or what went wrong.
    List<String> ask(String command) throws IOException {
        drain();
        line.write((command + "\r").getBytes(StandardCharsets.US_ASCII));
        var lines = new ArrayList<String>();
        var deadline = ticker.nowNanos() + LIMIT.toNanos();
        while (ticker.nowNanos() - deadline < 0) {
            var count = line.read(buffer, WAIT);
            if (count == 0) {
                throw new IOException("the modem does not answer " + command);
            }
            for (var text : splitter.feed(buffer, count)) {
                lines.add(text.strip());
                if (isLast(text.strip())) {
                    return lines;
                }
            }
        }
        throw new IOException("the modem does not finish its answer to " + command);
    }

    @Override
    public void close() {
        line.close();
    }

    /// What a modem said by itself, or too late, belongs to no question.
    private void drain() throws IOException {
        var left = 16;
        while (left > 0 && line.read(buffer, Duration.ofMillis(1)) > 0) {
            left--;
        }
        splitter.clear();
    }

    private static boolean isLast(String text) {
        return text.equals("OK") || text.equals("ERROR") || text.startsWith("+CME ERROR");
    }
}
