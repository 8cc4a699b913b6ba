package net.ratonet.relay.ingest.srt;

import java.util.List;

/// How FFmpeg hands packets on as they are, without a look at what is in them.
final class OpaqueCopy {

    private OpaqueCopy() {}

    /// @param packetBytes of the longest packet
    /// @param flush whether each packet is handed on at once, even a short one
    static List<String> arguments(String from, String to, int packetBytes, boolean flush) {
        return List.of(
                "-loglevel",
                "warning",
                "-fflags",
                "nobuffer",
                "-probesize",
                "32",
                "-analyzeduration",
                "0",
                "-f",
                "data",
                "-raw_packet_size",
                Integer.toString(packetBytes),
                "-i",
                from,
                "-map",
                "0",
                "-c",
                "copy",
                "-flush_packets",
                flush ? "1" : "0",
                "-f",
                "data",
                to);
    }
}
