package net.ratonet.relay.session;

import java.util.Optional;
import java.util.OptionalDouble;
import net.ratonet.relay.session.ts.AnnexB;
import net.ratonet.relay.session.ts.Codec;
import net.ratonet.relay.session.ts.ColourTags;
import net.ratonet.relay.session.ts.H264Sps;
import net.ratonet.relay.session.ts.HevcSps;
import net.ratonet.relay.session.ts.TsPacket;

/// Keeps the first bytes of a key frame until its parameter set has been read. Owned by one thread.
final class UnitHead {

    private static final int CAPACITY = 4 << 10;

    private final byte[] head = new byte[CAPACITY];
    private int filled;
    private boolean open;

    /// What a parameter set says.
    record Picture(
            int width,
            int height,
            int profile,
            int level,
            OptionalDouble framesPerSecond,
            ColourTags colours) {}

    /// The packet in which a key frame begins.
    Optional<Picture> begin(Codec codec, byte[] bytes, int packet) {
        filled = 0;
        open = true;
        return append(codec, bytes, packet, TsPacket.pesPayloadOffset(bytes, packet));
    }

    /// A packet that goes on with it.
    Optional<Picture> goOn(Codec codec, byte[] bytes, int packet) {
        return append(codec, bytes, packet, TsPacket.payloadOffset(bytes, packet));
    }

    void end() {
        open = false;
    }

    boolean isOpen() {
        return open;
    }

    private Optional<Picture> append(Codec codec, byte[] bytes, int packet, int from) {
        var length = Math.min(packet + TsPacket.LENGTH - from, CAPACITY - filled);
        System.arraycopy(bytes, from, head, filled, length);
        filled += length;
        var picture = read(codec);
        if (picture.isPresent() || filled == CAPACITY) {
            open = false;
        }
        return picture;
    }

    /// The last unit in sight may lack its end.
    private Optional<Picture> read(Codec codec) {
        var units = AnnexB.units(head, 0, filled);
        return units.stream()
                .limit(Math.max(0, units.size() - 1))
                .map(nal -> read(codec, nal))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<Picture> read(Codec codec, AnnexB.Nal nal) {
        return switch (codec) {
            case H264 ->
                    H264Sps.parse(head, nal.offset(), nal.length())
                            .map(sps ->
                                    new Picture(
                                            sps.width(),
                                            sps.height(),
                                            sps.profile(),
                                            sps.level(),
                                            sps.framesPerSecond(),
                                            sps.colours()));
            case HEVC ->
                    HevcSps.parse(head, nal.offset(), nal.length())
                            .map(sps ->
                                    new Picture(
                                            sps.width(),
                                            sps.height(),
                                            sps.profile().number(),
                                            sps.profile().level(),
                                            sps.framesPerSecond(),
                                            sps.colours()));
            case AV1, AAC, OPUS, MPEG_AUDIO, AC3, OTHER -> Optional.empty();
        };
    }
}
