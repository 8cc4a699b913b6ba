package net.ratonet.relay.session.ts;

/// Cuts a stream of bytes that comes in pieces of any size into whole packets. What is no packet is
/// skipped and counted. Owned by one thread; keeps at most a few packets.
public final class TsAssembler {

    /// So many packets in a row must begin with the sync byte before they are believed.
    private static final int PROOF = 3;

    private static final int CAPACITY = 64 * TsPacket.LENGTH;

    private final Run run;
    private final byte[] buffer = new byte[CAPACITY];
    private int filled;
    private boolean synced;
    private long garbageBytes;

    public TsAssembler(Run run) {
        this.run = run;
    }

    /// Takes what [TsAssembler] found.
    @FunctionalInterface
    public interface Run {

        /// Whole packets in a row; the bytes are only lent.
        void packets(byte[] bytes, int offset, int length);
    }

    public void accept(byte[] bytes, int offset, int length) {
        var from = offset;
        var end = offset + length;
        while (from < end) {
            var step = Math.min(end - from, CAPACITY - filled);
            System.arraycopy(bytes, from, buffer, filled, step);
            filled += step;
            from += step;
            drain();
        }
    }

    /// Bytes skipped so far.
    public long garbageBytes() {
        return garbageBytes;
    }

    private void drain() {
        var at = 0;
        var goesOn = true;
        while (goesOn) {
            var wasSynced = synced;
            var next = synced ? handOn(at) : hunt(at);
            goesOn = next != at || synced != wasSynced;
            at = next;
        }
        filled -= at;
        System.arraycopy(buffer, at, buffer, 0, filled);
    }

    /// Where the packets end that were handed on.
    private int handOn(int from) {
        var end = from;
        while (end + TsPacket.LENGTH <= filled && TsPacket.isSynced(buffer, end)) {
            end += TsPacket.LENGTH;
        }
        if (end > from) {
            run.packets(buffer, from, end - from);
        }
        synced = end + TsPacket.LENGTH > filled;
        return end;
    }

    /// Where packets begin again; as far as can be told when they do not.
    private int hunt(int from) {
        var at = from;
        while (at + (PROOF - 1) * TsPacket.LENGTH < filled) {
            if (isProved(at)) {
                synced = true;
                break;
            }
            at++;
        }
        garbageBytes += at - from;
        return at;
    }

    private boolean isProved(int at) {
        for (var packet = 0; packet < PROOF; packet++) {
            if (!TsPacket.isSynced(buffer, at + packet * TsPacket.LENGTH)) {
                return false;
            }
        }
        return true;
    }
}
