package net.ratonet.station.bonding.rate;

/// What a controller looks at.
///
/// @param packetsInFlight sent and not yet confirmed
/// @param rttMs of the SRT connection, 0 while unknown
/// @param queueMs how long packets wait in the links' queues, on average
/// @param sentBitsPerSecond what is being sent, repetitions included
/// @param deliveredBitsPerSecond what arrives
/// @param lossShare of the packets that were sent, 0 to 1
/// @param capacityBitsPerSecond what the healthy links have carried or could, as far as is known
/// @param healthyLinks how many of them there are
public record RateReadings(
        int packetsInFlight,
        double rttMs,
        double queueMs,
        long sentBitsPerSecond,
        long deliveredBitsPerSecond,
        double lossShare,
        long capacityBitsPerSecond,
        int healthyLinks) {}
