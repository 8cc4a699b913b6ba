package net.ratonet.relay.session.ts;

import java.util.ArrayList;
import java.util.List;

/// What the tables of a stream say: which PID carries what. Of several programmes it follows the
/// first. Owned by one thread.
public final class TsProgramme {

    public static final int NO_PID = -1;

    private static final int PAT = 0;
    private static final int PMT = 2;
    private static final int CHECKSUM = 4;

    private final Sections pat = new Sections();
    private Sections pmt = new Sections();
    private int pmtPid = NO_PID;
    private int pcrPid = NO_PID;
    private List<Track> tracks = List.of();
    private boolean changed;

    /// Reads a packet if it belongs to a table; true when the tracks are others from now on.
    public boolean accept(byte[] bytes, int packet) {
        var pid = TsPacket.pid(bytes, packet);
        changed = false;
        if (pid == TsPacket.PAT_PID) {
            pat.accept(bytes, packet, this::onPat);
        } else if (pid == pmtPid) {
            pmt.accept(bytes, packet, this::onPmt);
        }
        return changed;
    }

    /// [#NO_PID] while no PAT has come.
    public int pmtPid() {
        return pmtPid;
    }

    /// The PID whose packets carry the programme's clock; [#NO_PID] while no PMT has come.
    public int pcrPid() {
        return pcrPid;
    }

    /// In the order of the PMT; none while no PMT has come.
    public List<Track> tracks() {
        return tracks;
    }

    private void onPat(byte[] section) {
        if (!isCurrent(section, PAT)) {
            return;
        }
        for (var at = 8; at + 4 <= section.length - CHECKSUM; at += 4) {
            var programme = uint16(section, at);
            if (programme != 0) {
                follow(uint16(section, at + 2) & 0x1fff);
                return;
            }
        }
    }

    private void follow(int pid) {
        if (pid != pmtPid) {
            pmtPid = pid;
            pmt = new Sections();
        }
    }

    private void onPmt(byte[] section) {
        if (!isCurrent(section, PMT) || section.length < 12 + CHECKSUM) {
            return;
        }
        pcrPid = uint16(section, 8) & 0x1fff;
        var found = new ArrayList<Track>();
        var end = section.length - CHECKSUM;
        var at = 12 + (uint16(section, 10) & 0x0fff);
        while (at + 5 <= end) {
            var behind = at + 5 + (uint16(section, at + 3) & 0x0fff);
            var type = section[at] & 0xff;
            var codec = StreamType.codec(type, section, at + 5, Math.min(behind, end));
            found.add(new Track(uint16(section, at + 1) & 0x1fff, type, codec));
            at = behind;
        }
        changed |= !found.equals(tracks);
        tracks = List.copyOf(found);
    }

    private static boolean isCurrent(byte[] section, int table) {
        return section.length >= 8 + CHECKSUM && section[0] == table && (section[5] & 1) == 1;
    }

    private static int uint16(byte[] bytes, int at) {
        return ((bytes[at] & 0xff) << 8) | (bytes[at + 1] & 0xff);
    }
}
