package net.ratonet.relay.ingest.srtla;

/// What the receiver has counted since its start. Owned by the loop's thread, which shows others a
/// [SrtlaTally].
final class SrtlaCounters {

    long forwarded;
    long duplicates;
    long lossesReported;
    long lossesHeldBack;

    /// From addresses that belong to no group.
    long strangers;

    /// Neither SRT nor SRTLA that a sender may send.
    long senseless;

    /// For no SRT session, or for one that is over.
    long unmeant;

    /// Registrations that were turned away.
    long refused;

    /// Registrations beyond what anybody could mean well.
    long flooded;

    SrtlaTally tally(int groups, int links) {
        return new SrtlaTally(
                groups,
                links,
                forwarded,
                duplicates,
                lossesReported,
                lossesHeldBack,
                strangers,
                senseless,
                unmeant,
                refused,
                flooded);
    }
}
