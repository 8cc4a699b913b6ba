package net.ratonet.relay.rtmp;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import net.ratonet.relay.session.ts.Codec;
import net.ratonet.relay.session.ts.H264Sps;
import net.ratonet.relay.session.ts.HevcSps;

/// The parameter sets by which H.264 or HEVC pictures are decoded, and the record that holds them
/// in RTMP (avcC, hvcC).
///
/// @param lengthBytes how many bytes the lengths in pictures take
public record ParameterSets(Codec codec, List<byte[]> nals, int lengthBytes) {

    private static final int MOST = 64;
    private static final int HVCC_HEAD = 22;

    public ParameterSets {
        nals = List.copyOf(nals);
    }

    /// Those that stand among the parts of a picture; empty when they do not suffice to decode.
    public static Optional<ParameterSets> among(Codec codec, List<byte[]> parts) {
        var nals = new ArrayList<byte[]>();
        for (var kind : List.of(NalKind.VPS, NalKind.SPS, NalKind.PPS)) {
            parts.stream()
                    .filter(part -> NalKind.of(codec, part) == kind)
                    .filter(part -> nals.stream().noneMatch(nal -> Arrays.equals(nal, part)))
                    .limit(MOST / 4)
                    .forEach(nals::add);
        }
        var sets = new ParameterSets(codec, nals, 4);
        return sets.suffices() ? Optional.of(sets) : Optional.empty();
    }

    public static Optional<ParameterSets> parse(Codec codec, byte[] record) {
        return codec == Codec.HEVC ? parseHevc(record) : parseAvc(record);
    }

    private static Optional<ParameterSets> parseAvc(byte[] record) {
        if (record.length < 7 || record[0] != 1) {
            return Optional.empty();
        }
        var in = ByteBuffer.wrap(record).position(5);
        var nals = new ArrayList<byte[]>();
        var whole = take(in, in.get() & 0x1F, nals);
        whole = whole && in.hasRemaining() && take(in, in.get() & 0xFF, nals);
        return whole(whole, new ParameterSets(Codec.H264, nals, (record[4] & 3) + 1));
    }

    private static Optional<ParameterSets> parseHevc(byte[] record) {
        if (record.length <= HVCC_HEAD || record[0] != 1) {
            return Optional.empty();
        }
        var in = ByteBuffer.wrap(record).position(HVCC_HEAD);
        var nals = new ArrayList<byte[]>();
        var arrays = in.get() & 0xFF;
        var whole = true;
        for (var i = 0; whole && i < arrays; i++) {
            whole = in.remaining() >= 3;
            if (whole) {
                in.get();
                whole = take(in, in.getShort() & 0xFFFF, nals);
            }
        }
        return whole(whole, new ParameterSets(Codec.HEVC, nals, (record[21] & 3) + 1));
    }

    private static Optional<ParameterSets> whole(boolean whole, ParameterSets sets) {
        return whole && sets.suffices() ? Optional.of(sets) : Optional.empty();
    }

    private static boolean take(ByteBuffer in, int count, List<byte[]> nals) {
        for (var i = 0; i < count; i++) {
            if (in.remaining() < 2 || nals.size() >= MOST) {
                return false;
            }
            var length = in.getShort() & 0xFFFF;
            if (length > in.remaining()) {
                return false;
            }
            var nal = new byte[length];
            in.get(nal);
            if (length > 0) {
                nals.add(nal);
            }
        }
        return true;
    }

    public boolean contains(byte[] nal) {
        return nals.stream().anyMatch(own -> Arrays.equals(own, nal));
    }

    public boolean isSameAs(ParameterSets other) {
        return codec == other.codec && Arrays.equals(record(), other.record());
    }

    public Optional<Picture> picture() {
        var sps = first(NalKind.SPS);
        return codec == Codec.HEVC
                ? sps.flatMap(ParameterSets::hevc).map(ParameterSets::picture)
                : sps.flatMap(nal -> H264Sps.parse(nal, 0, nal.length)).map(ParameterSets::picture);
    }

    private static Picture picture(H264Sps sps) {
        return new Picture(sps.width(), sps.height(), sps.framesPerSecond().orElse(0));
    }

    private static Picture picture(HevcSps sps) {
        return new Picture(sps.width(), sps.height(), sps.framesPerSecond().orElse(0));
    }

    private static Optional<HevcSps> hevc(byte[] nal) {
        return HevcSps.parse(nal, 0, nal.length);
    }

    /// The avcC or hvcC, with lengths of four bytes.
    public byte[] record() {
        return codec == Codec.HEVC ? hvcC() : avcC();
    }

    private byte[] avcC() {
        var sps = all(NalKind.SPS);
        var pps = all(NalKind.PPS);
        var out = new ByteArrayOutputStream();
        out.write(1);
        out.write(sps.getFirst(), 1, 3);
        out.write(0xFF);
        out.write(0xE0 | sps.size());
        sps.forEach(nal -> put(out, nal));
        out.write(pps.size());
        pps.forEach(nal -> put(out, nal));
        return out.toByteArray();
    }

    private byte[] hvcC() {
        var out = new ByteArrayOutputStream();
        out.write(1);
        first(NalKind.SPS).flatMap(ParameterSets::hevc).ifPresent(sps -> head(out, sps));
        var kinds = List.of(NalKind.VPS, NalKind.SPS, NalKind.PPS);
        out.write(kinds.size());
        for (var kind : kinds) {
            var nals = all(kind);
            out.write(0x80 | (nals.getFirst()[0] >> 1 & 0x3F));
            out.write(nals.size() >> 8);
            out.write(nals.size());
            nals.forEach(nal -> put(out, nal));
        }
        return out.toByteArray();
    }

    private static void head(ByteArrayOutputStream out, HevcSps sps) {
        var profile = sps.profile();
        out.writeBytes(profile.general());
        // No least segmentation, parallelism unknown.
        out.write(0xF0);
        out.write(0);
        out.write(0xFC);
        out.write(0xFC | sps.chroma());
        out.write(0xF8 | (sps.lumaDepth() - 8));
        out.write(0xF8 | (sps.chromaDepth() - 8));
        // Frame rate unknown.
        out.write(0);
        out.write(0);
        out.write(profile.subLayers() << 3 | (profile.nested() ? 4 : 0) | 3);
    }

    private static void put(ByteArrayOutputStream out, byte[] nal) {
        out.write(nal.length >> 8);
        out.write(nal.length);
        out.writeBytes(nal);
    }

    private boolean suffices() {
        var sps = first(NalKind.SPS);
        var basics = sps.isPresent() && first(NalKind.PPS).isPresent();
        return codec == Codec.HEVC
                ? basics && first(NalKind.VPS).isPresent() && hevc(sps.get()).isPresent()
                : basics && sps.get().length >= 4;
    }

    private Optional<byte[]> first(NalKind kind) {
        return nals.stream().filter(nal -> NalKind.of(codec, nal) == kind).findFirst();
    }

    private List<byte[]> all(NalKind kind) {
        return nals.stream().filter(nal -> NalKind.of(codec, nal) == kind).limit(31).toList();
    }
}
