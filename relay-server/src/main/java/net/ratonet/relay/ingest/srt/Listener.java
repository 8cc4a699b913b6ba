package net.ratonet.relay.ingest.srt;

import net.ratonet.relay.ffmpeg.FfmpegChild;

/// An FFmpeg that takes one SRT session on a loopback port of its own, or soon will.
record Listener(FfmpegChild child, int port, LoopbackPorts ports) implements AutoCloseable {

    @Override
    public void close() {
        child.close();
        ports.giveBack(port);
    }
}
