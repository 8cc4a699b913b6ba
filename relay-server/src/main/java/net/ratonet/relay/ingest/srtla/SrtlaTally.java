package net.ratonet.relay.ingest.srtla;

/// How the receiver does; counts are since its start.
///
/// @param groups at present
/// @param links at present, of all groups
/// @param forwarded data packets that SRT got
/// @param duplicates data packets that SRT had already
/// @param lossesReported packets that senders were asked for again
/// @param lossesHeldBack packets that SRT reported and that were, as yet, merely late
/// @param strangers packets from addresses that belong to no group
/// @param senseless packets that are neither SRT nor SRTLA of a sender
/// @param unmeant SRT packets for no session, or for one that is over
/// @param refused registrations that were turned away
/// @param flooded registrations that came too thick to be answered
public record SrtlaTally(
        int groups,
        int links,
        long forwarded,
        long duplicates,
        long lossesReported,
        long lossesHeldBack,
        long strangers,
        long senseless,
        long unmeant,
        long refused,
        long flooded) {

    public static final SrtlaTally NONE = new SrtlaCounters().tally(0, 0);

    /// Everything that no sender of ours would send.
    long unwanted() {
        return strangers + senseless + refused + flooded;
    }
}
