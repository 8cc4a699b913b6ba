package net.ratonet.relay.channel;

/// Where this relay really listens for media.
public record IngestPorts(int srt, int srtla, int rtmp) {}
