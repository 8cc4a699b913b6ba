package net.ratonet.relay.session.ts;

import java.util.ArrayList;
import java.util.List;

/// Keeps what a demuxer found.
final class Heard implements TsListener {

    final List<List<Track>> tracks = new ArrayList<>();
    final List<AccessUnit> units = new ArrayList<>();

    static Heard in(byte[] packets) {
        var heard = new Heard();
        var demuxer = new TsDemuxer(heard);
        demuxer.accept(packets, 0, packets.length);
        demuxer.flush();
        return heard;
    }

    @Override
    public void tracks(List<Track> found) {
        tracks.add(found);
    }

    @Override
    public void unit(AccessUnit unit) {
        units.add(unit);
    }

    List<AccessUnit> of(Codec codec) {
        return units.stream().filter(unit -> unit.track().codec() == codec).toList();
    }

    List<Codec> codecs() {
        return tracks.getLast().stream().map(Track::codec).toList();
    }
}
