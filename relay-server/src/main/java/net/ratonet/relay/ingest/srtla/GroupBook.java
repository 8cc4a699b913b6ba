package net.ratonet.relay.ingest.srtla;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import net.ratonet.relay.ingest.srt.SrtPeer;
import net.ratonet.relay.ingest.srt.SrtSession;
import net.ratonet.shared.srtla.GroupId;

/// All groups and their links, by id and by address, within the limits. Owned by the loop's thread.
final class GroupBook {

    /// A link this silent may be replaced when another one wants its place.
    private static final long GIVES_WAY_NANOS = 5_000_000_000L;

    private final Map<GroupId, SrtlaGroup> groups = new HashMap<>();
    private final Map<InetSocketAddress, SrtlaLink> links = new HashMap<>();
    private final SrtlaLimits limits;
    private final Function<SrtPeer, SrtSession> door;
    private final Replies replies;
    private final SrtlaCounters counters;

    GroupBook(
            SrtlaLimits limits,
            Function<SrtPeer, SrtSession> door,
            Replies replies,
            SrtlaCounters counters) {
        this.limits = limits;
        this.door = door;
        this.replies = replies;
        this.counters = counters;
    }

    Optional<SrtlaLink> link(InetSocketAddress address) {
        return Optional.ofNullable(links.get(address));
    }

    Optional<SrtlaGroup> group(GroupId id) {
        return Optional.ofNullable(groups.get(id));
    }

    Collection<SrtlaGroup> groups() {
        return groups.values();
    }

    int linkCount() {
        return links.size();
    }

    /// Whether the address still stands for a link that has not been given up.
    boolean isTaken(InetSocketAddress address, long nowNanos) {
        return link(address).filter(link -> !givesWay(link, nowNanos)).isPresent();
    }

    /// Whether one more group can be had, if need be in the place of one that has shown no key.
    boolean hasRoom(InetAddress address) {
        var notFull = groups.size() < limits.groups() || oldestStranger().isPresent();
        return notFull
                && (address.isLoopbackAddress()
                        || strangersOf(address) < limits.strangersPerAddress());
    }

    SrtlaGroup create(GroupId id, InetSocketAddress creator, long nowNanos) {
        if (groups.size() >= limits.groups()) {
            oldestStranger().ifPresent(this::remove);
        }
        var group = new SrtlaGroup(id, creator, door, replies, counters, nowNanos);
        groups.put(id, group);
        return group;
    }

    /// Adds a link; false when the group has as many as it may.
    boolean join(SrtlaGroup group, InetSocketAddress address, long nowNanos) {
        link(address).ifPresent(this::remove);
        if (group.links().count() >= limits.linksPerGroup()) {
            group.links()
                    .mostSilent(nowNanos)
                    .filter(link -> givesWay(link, nowNanos))
                    .ifPresent(this::remove);
        }
        if (group.links().count() >= limits.linksPerGroup()) {
            return false;
        }
        links.put(address, group.add(address, nowNanos));
        return true;
    }

    /// Forgets what has been silent for too long.
    void cleanUp(long nowNanos) {
        List.copyOf(links.values()).stream()
                .filter(link -> link.silentNanos(nowNanos) >= limits.linkSilence().toNanos())
                .forEach(this::remove);
        List.copyOf(groups.values()).stream()
                .filter(group -> isOver(group, nowNanos))
                .forEach(this::remove);
    }

    void closeAll() {
        List.copyOf(groups.values()).forEach(this::remove);
    }

    private boolean isOver(SrtlaGroup group, long nowNanos) {
        return group.links().count() == 0
                && (!group.isProven()
                        || group.silentNanos(nowNanos) >= limits.groupSilence().toNanos());
    }

    private void remove(SrtlaGroup group) {
        groups.remove(group.id());
        group.links().all().forEach(this::remove);
        group.close();
    }

    private void remove(SrtlaLink link) {
        links.remove(link.address());
        link.group().remove(link);
    }

    private long strangersOf(InetAddress address) {
        return groups.values().stream()
                .filter(group -> !group.isProven())
                .filter(group -> group.creator().equals(address))
                .count();
    }

    private Optional<SrtlaGroup> oldestStranger() {
        return groups.values().stream()
                .filter(group -> !group.isProven())
                .min(Comparator.comparingLong(SrtlaGroup::since));
    }

    private static boolean givesWay(SrtlaLink link, long nowNanos) {
        return link.silentNanos(nowNanos) >= GIVES_WAY_NANOS;
    }
}
