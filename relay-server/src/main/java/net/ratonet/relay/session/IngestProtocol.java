package net.ratonet.relay.session;

/// How a stream comes in.
public enum IngestProtocol {
    SRT,
    SRTLA,
    RTMP
}
