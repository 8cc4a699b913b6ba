package net.ratonet.station.bonding;

import java.util.List;
import net.ratonet.station.bonding.rate.RateReadings;

/// Writes down how a bond stands.
final class BondSurvey {

    private BondSurvey() {}

    static BondSnapshot of(
            BondMode mode,
            boolean joined,
            List<Link> links,
            FlightLog flight,
            Feedback feedback,
            Carriage carriage) {
        var total = links.stream().mapToLong(link -> link.traffic.sentBitsPerSecond()).sum();
        return new BondSnapshot(
                mode,
                joined,
                links.stream().map(link -> link(link, flight, total)).toList(),
                flight.unacknowledged(),
                feedback.rttMillis(),
                carriage.sentBitsPerSecond(),
                feedback.acknowledgedBitsPerSecond(),
                feedback.naksPerSecond(),
                capacity(links, feedback.packetBytes()),
                carriage.unsendable());
    }

    /// What a bitrate controller looks at; links count by how much they carry.
    static RateReadings readings(
            List<Link> links, FlightLog flight, Feedback feedback, Carriage carriage) {
        var queue = 0.0;
        var loss = 0.0;
        var weight = 0.0;
        var capacity = 0.0;
        var delivered = 0L;
        var healthy = 0;
        for (var i = 0; i < links.size(); i++) {
            var link = links.get(i);
            delivered += link.traffic.deliveredBitsPerSecond();
            if (link.isHealthy()) {
                var share = link.traffic.sentBitsPerSecond() + 1.0;
                queue += share * link.rtt.queueMillis();
                loss += share * link.traffic.lossShare();
                weight += share;
                capacity += 8 * link.capacityBytesPerSecond(feedback.packetBytes());
                healthy++;
            }
        }
        return new RateReadings(
                flight.unacknowledged(),
                feedback.rttMillis(),
                weight == 0 ? 0 : queue / weight,
                carriage.sentBitsPerSecond(),
                delivered,
                weight == 0 ? 0 : loss / weight,
                Math.round(capacity),
                healthy);
    }

    private static long capacity(List<Link> links, double packetBytes) {
        return Math.round(
                8
                        * links.stream()
                                .filter(Link::isHealthy)
                                .mapToDouble(link -> link.capacityBytesPerSecond(packetBytes))
                                .sum());
    }

    private static LinkSnapshot link(Link link, FlightLog flight, long totalBitsPerSecond) {
        var traffic = link.traffic;
        return new LinkSnapshot(
                link.id,
                link.state(),
                link.terms(),
                link.isDemoted(),
                link.rtt.millis(),
                link.rtt.jitterMillis(),
                link.rtt.queueMillis(),
                link.window.value(),
                flight.inFlight(link.slot),
                traffic.sentBitsPerSecond(),
                traffic.deliveredBitsPerSecond(),
                traffic.packets(),
                traffic.naks(),
                traffic.lossShare(),
                traffic.bytesSent(),
                traffic.bytesReceived(),
                totalBitsPerSecond == 0
                        ? 0
                        : traffic.sentBitsPerSecond() / (double) totalBitsPerSecond);
    }
}
