package net.ratonet.relay.output.slate;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import net.ratonet.relay.session.ts.TsPacket;

/// A piece of MPEG-TS in a file, cut at its key frames: each group begins with its tables and can
/// be shown by itself.
public record SlateClip(Path file, List<Group> groups) {

    /// FFmpeg's first track.
    private static final int VIDEO_PID = 0x100;

    private static final int LONGEST_GROUP = 64 << 20;

    /// What can be shown from its first picture on.
    ///
    /// @param startSeconds since the clip's beginning
    public record Group(long offset, int length, double startSeconds) {}

    public SlateClip {
        groups = List.copyOf(groups);
    }

    /// Reads where its groups are.
    static SlateClip index(Path file) throws IOException {
        var starts = new ArrayList<long[]>();
        var packet = new byte[TsPacket.LENGTH];
        var tables = 0L;
        var at = 0L;
        try (var in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            while (in.readNBytes(packet, 0, TsPacket.LENGTH) == TsPacket.LENGTH) {
                if (!TsPacket.isSynced(packet, 0)) {
                    throw new IOException("not MPEG-TS: " + file.getFileName());
                }
                tables = TsPacket.pid(packet, 0) == TsPacket.PAT_PID ? at : tables;
                if (isKeyFrame(packet)) {
                    starts.add(new long[] {tables, TsPacket.pts(packet, 0)});
                }
                at += TsPacket.LENGTH;
            }
        }
        return new SlateClip(file, groups(starts, at));
    }

    /// The packets of one group.
    public byte[] read(int group) throws IOException {
        var wanted = groups.get(group);
        var bytes = new byte[wanted.length];
        try (var in = new RandomAccessFile(file.toFile(), "r")) {
            in.seek(wanted.offset);
            in.readFully(bytes);
        }
        return bytes;
    }

    /// The group that is to be seen so far into the clip.
    public int groupAt(double seconds) {
        var found = 0;
        for (var group = 0; group < groups.size(); group++) {
            // A picture may come a little after the moment that it stands for.
            if (groups.get(group).startSeconds <= seconds + 0.1) {
                found = group;
            }
        }
        return found;
    }

    private static boolean isKeyFrame(byte[] packet) {
        return TsPacket.pid(packet, 0) == VIDEO_PID
                && TsPacket.payloadUnitStart(packet, 0)
                && TsPacket.isRandomAccess(packet, 0)
                && TsPacket.hasPts(packet, 0);
    }

    private static List<Group> groups(List<long[]> starts, long end) throws IOException {
        var groups = new ArrayList<Group>();
        for (var i = 0; i < starts.size(); i++) {
            var offset = starts.get(i)[0];
            var length = (i + 1 < starts.size() ? starts.get(i + 1)[0] : end) - offset;
            if (length > LONGEST_GROUP) {
                throw new IOException("a clip's key frames are too far apart");
            }
            var ticks = TsPacket.ticksBetween(starts.getFirst()[1], starts.get(i)[1]);
            groups.add(new Group(offset, (int) length, (double) ticks / TsPacket.CLOCK_HZ));
        }
        if (groups.isEmpty()) {
            throw new IOException("a clip without a picture");
        }
        return groups;
    }
}
