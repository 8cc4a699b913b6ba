package net.ratonet.station.bonding.rate;

/// How nervous the algorithm of Moblin is.
///
/// @param packets in flight that count as full
/// @param keep what is kept of the rate after a spike of the round trip
/// @param spikeMs how much above its average the round trip counts as one
/// @param leastFall in bits a second, for such a spike
/// @param rise in bits a second, each 200 ms
public record FightPreset(int packets, double keep, int spikeMs, int leastFall, int rise) {

    public static final FightPreset FAST = new FightPreset(200, .90, 50, 250_000, 100_000);
    public static final FightPreset SLOW = new FightPreset(500, .95, 100, 100_000, 25_000);
}
