package net.ratonet.relay.ingest.srt;

import java.util.stream.IntStream;

/// The UDP ports that SRT is taken on: one is enough for everybody; the others are where old
/// stations send, one sub-stream per link.
///
/// @param base the public port; 0 for any free one, without others
/// @param count how many ports in a row
/// @param perStreamer how many of them one old station has, one for each link
public record SrtPorts(int base, int count, int perStreamer) {

    public static final SrtPorts DEFAULT = new SrtPorts(9_000, 99, 4);

    public SrtPorts {
        if (base < 0 || count < 1 || perStreamer < 1 || base + count > 65_536) {
            throw new IllegalArgumentException("no such ports: %d+%d".formatted(base, count));
        }
    }

    /// Any free port, for tests.
    public static SrtPorts any() {
        return new SrtPorts(0, 1, 1);
    }

    /// Steps from the base to every port but the base itself.
    IntStream others() {
        return base == 0 ? IntStream.empty() : IntStream.range(1, count);
    }
}
