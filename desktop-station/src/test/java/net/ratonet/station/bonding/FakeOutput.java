package net.ratonet.station.bonding;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/// Keeps what a bond sends.
final class FakeOutput implements BondOutput {

    private final List<Sent> toLinks = new ArrayList<>();
    private final List<ByteBuffer> toEncoder = new ArrayList<>();
    private boolean full;

    @Override
    public boolean toLink(int slot, ByteBuffer datagram) {
        if (full) {
            return false;
        }
        toLinks.add(new Sent(slot, copy(datagram)));
        return true;
    }

    @Override
    public void toEncoder(ByteBuffer datagram) {
        toEncoder.add(copy(datagram));
    }

    /// From now on no link takes anything.
    void fill() {
        full = true;
    }

    /// What was sent since the last look.
    List<Sent> takeSent() {
        var sent = List.copyOf(toLinks);
        toLinks.clear();
        return sent;
    }

    List<ByteBuffer> takeForEncoder() {
        var packets = List.copyOf(toEncoder);
        toEncoder.clear();
        return packets;
    }

    private static ByteBuffer copy(ByteBuffer datagram) {
        return ByteBuffer.allocate(datagram.remaining()).put(datagram).flip();
    }

    /// A datagram on a link.
    record Sent(int slot, ByteBuffer packet) {}
}
