package net.ratonet.relay.ingest.srtla;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import net.ratonet.relay.session.LinkStatistics;

/// The links of one group and how they compare. Owned by the loop's thread.
final class LinkSet {

    private final List<SrtlaLink> links = new ArrayList<>();

    SrtlaLink add(SrtlaGroup group, InetSocketAddress address, long nowNanos) {
        var link = new SrtlaLink(group, lowestFreeNumber(), address, nowNanos);
        links.add(link);
        return link;
    }

    void remove(SrtlaLink link) {
        links.remove(link);
    }

    List<SrtlaLink> all() {
        return List.copyOf(links);
    }

    int count() {
        return links.size();
    }

    Optional<SrtlaLink> latest(long nowNanos) {
        return links.stream().min(bySilence(nowNanos));
    }

    Optional<SrtlaLink> mostSilent(long nowNanos) {
        return links.stream().max(bySilence(nowNanos));
    }

    void broadcast(ByteBuffer packet, Replies replies) {
        for (var link : links) {
            replies.forward(packet, link.address());
        }
    }

    void flushLate(Replies replies, long nowNanos) {
        for (var link : links) {
            link.flushLate(replies, nowNanos);
        }
    }

    /// To be called once a second.
    void measure(long nowNanos) {
        links.forEach(link -> link.meter().everySecond(nowNanos));
    }

    void forgetTransit() {
        links.forEach(link -> link.meter().forgetTransit());
    }

    void blame(int number) {
        for (var link : links) {
            if (link.number() == number) {
                link.meter().lostOne();
            }
        }
    }

    /// How much later a packet may well come on the slowest link than on the quickest; empty while
    /// none carries anything.
    Optional<Duration> spread(long nowNanos) {
        var most = Double.NEGATIVE_INFINITY;
        var jitter = 0.0;
        for (var link : links) {
            if (link.meter().hasDelay(nowNanos)) {
                most = Math.max(most, link.meter().delayMicros());
                jitter = Math.max(jitter, link.meter().jitterMicros());
            }
        }
        if (most == Double.NEGATIVE_INFINITY) {
            return Optional.empty();
        }
        var micros = most - leastDelayMicros(nowNanos) + 4 * jitter;
        return Optional.of(Duration.ofNanos(Math.round(micros * 1_000)));
    }

    List<LinkStatistics> statistics(long nowNanos) {
        var goodput =
                links.stream().mapToDouble(link -> link.meter().goodput().bitsPerSecond()).sum();
        var least = leastDelayMicros(nowNanos);
        return links.stream().map(link -> link.statistics(goodput, least, nowNanos)).toList();
    }

    private double leastDelayMicros(long nowNanos) {
        return links.stream()
                .filter(link -> link.meter().hasDelay(nowNanos))
                .mapToDouble(link -> link.meter().delayMicros())
                .min()
                .orElse(0);
    }

    private int lowestFreeNumber() {
        var number = 1;
        while (isTaken(number)) {
            number++;
        }
        return number;
    }

    private boolean isTaken(int number) {
        return links.stream().anyMatch(link -> link.number() == number);
    }

    private static Comparator<SrtlaLink> bySilence(long nowNanos) {
        return Comparator.comparingLong(link -> link.silentNanos(nowNanos));
    }
}
