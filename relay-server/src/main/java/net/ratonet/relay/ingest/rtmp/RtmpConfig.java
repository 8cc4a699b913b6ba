package net.ratonet.relay.ingest.rtmp;

import java.time.Duration;

/// How the door for RTMP is set.
///
/// @param port TCP; 0 lets the system choose
/// @param mostConnections at once, publishing or not
/// @param mostPerAddress publishers from one IPv4 address or one IPv6 network
/// @param mostWaiting of all connections that have not shown a key yet
/// @param mostWaitingPerAddress of those, from one address or network
/// @param patience until a caller has shown its key
/// @param silence after which a publisher is taken for dead
public record RtmpConfig(
        int port,
        int mostConnections,
        int mostPerAddress,
        int mostWaiting,
        int mostWaitingPerAddress,
        Duration patience,
        Duration silence) {

    public RtmpConfig(int port) {
        this(port, 500, 50, 250, 10, Duration.ofSeconds(5), Duration.ofSeconds(20));
    }
}
