package net.ratonet.station.bonding;

import java.nio.ByteBuffer;
import net.ratonet.shared.srt.SrtPacket;
import net.ratonet.shared.srtla.GroupId;
import net.ratonet.shared.srtla.Keepalive;
import net.ratonet.shared.srtla.LinkReport;
import net.ratonet.shared.srtla.SrtlaCodec;

/// Writes what the bond itself has to say. Owned by the bond's thread.
final class LinkMail {

    private static final int LONGEST = 512;
    private static final long NANOS_PER_MILLI = 1_000_000;

    private final BondOutput output;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(LONGEST);

    /// Keeps stamps apart that fall into the same millisecond.
    private long lastStamp;

    LinkMail(BondOutput output) {
        this.output = output;
    }

    boolean send(Link link, ByteBuffer datagram) {
        var length = datagram.remaining();
        var taken = output.toLink(link.slot, datagram);
        if (taken) {
            link.traffic.sent(length);
        }
        return taken;
    }

    void reg1(Link link, GroupId id) {
        SrtlaCodec.putReg1(buffer.clear(), id);
        send(link, buffer.flip());
    }

    void reg2(Link link, GroupId id) {
        SrtlaCodec.putReg2(buffer.clear(), id);
        send(link, buffer.flip());
    }

    void keepalive(Link link, int inFlight, long nowNanos) {
        var stamp = Math.max(nowNanos / NANOS_PER_MILLI, lastStamp + 1);
        lastStamp = stamp;
        var report =
                new LinkReport(
                        link.slot,
                        link.window.value(),
                        inFlight,
                        Math.round(link.rtt.millis()),
                        link.traffic.naks(),
                        link.traffic.sentBitsPerSecond() / 8);
        SrtlaCodec.putKeepalive(buffer.clear(), new Keepalive.Reporting(stamp, report));
        link.pings.sent(stamp, nowNanos);
        link.proof.asked(nowNanos);
        send(link, buffer.flip());
    }

    /// Ends the encoder's connection, so that it makes a new one at once instead of waiting for its
    /// own time limit.
    void shutdown(int encoderSocket) {
        SrtPacket.putControl(buffer.clear(), SrtPacket.SHUTDOWN, 0, 0, encoderSocket).putInt(0);
        output.toEncoder(buffer.flip());
    }
}
