package net.ratonet.station.telemetry.serial;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Cuts a stream of bytes into lines of Latin-1 text, without their ends and without empty ones. A
/// line that is too long is dropped whole, so noise never grows into memory. For one thread.
public final class LineSplitter {

    private final byte[] line;
    private int length;
    private boolean tooLong;

    public LineSplitter(int longest) {
        this.line = new byte[longest];
    }

    public List<String> feed(byte[] bytes, int count) {
        var lines = new ArrayList<String>();
        for (var index = 0; index < count; index++) {
            var next = bytes[index];
            if (next == '\n' || next == '\r') {
                finish(lines);
            } else {
                append(next);
            }
        }
        return lines;
    }

    /// Forgets a line that has only begun, as after a change of speed.
    public void clear() {
        length = 0;
        tooLong = false;
    }

    private void append(byte next) {
        if (length == line.length) {
            tooLong = true;
        } else {
            line[length++] = next;
        }
    }

    private void finish(List<String> lines) {
        if (length > 0 && !tooLong) {
            lines.add(new String(line, 0, length, StandardCharsets.ISO_8859_1));
        }
        clear();
    }
}
