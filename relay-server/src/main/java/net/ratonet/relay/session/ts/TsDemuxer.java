package net.ratonet.relay.session.ts;

import java.util.HashMap;
import java.util.Map;

/// Finds the access units in a stream of whole MPEG-TS packets: one for each PES packet, which is
/// how live encoders pack them. A video unit of unknown length comes out when the next one begins.
/// Owned by one thread. Whatever comes in, it keeps no more than one unit for each track.
public final class TsDemuxer {

    private static final int MOST_TRACKS = 8;

    private final TsListener listener;
    private final TsProgramme programme = new TsProgramme();
    private final Map<Integer, PesAssembler> assemblers = new HashMap<>();

    public TsDemuxer(TsListener listener) {
        this.listener = listener;
    }

    /// Whole packets, as they follow each other in the stream. What is no packet is passed over.
    ///
    /// @param length a multiple of 188
    public void accept(byte[] packets, int offset, int length) {
        for (var packet = offset;
                packet + TsPacket.LENGTH <= offset + length;
                packet += TsPacket.LENGTH) {
            if (TsPacket.isSynced(packets, packet) && !TsPacket.isDamaged(packets, packet)) {
                acceptPacket(packets, packet);
            }
        }
    }

    /// Nothing follows what came: the last units are whole.
    public void flush() {
        assemblers.values().forEach(assembler -> assembler.flush().ifPresent(listener::unit));
    }

    private void acceptPacket(byte[] packets, int packet) {
        if (programme.accept(packets, packet)) {
            flush();
            follow();
        }
        var assembler = assemblers.get(TsPacket.pid(packets, packet));
        if (assembler != null && !TsPacket.isScrambled(packets, packet)) {
            assembler.accept(packets, packet).ifPresent(listener::unit);
        }
    }

    private void follow() {
        assemblers.clear();
        programme.tracks().stream()
                .filter(track -> track.codec() != Codec.OTHER)
                .limit(MOST_TRACKS)
                .forEach(track -> assemblers.put(track.pid(), new PesAssembler(track)));
        listener.tracks(programme.tracks());
    }
}
