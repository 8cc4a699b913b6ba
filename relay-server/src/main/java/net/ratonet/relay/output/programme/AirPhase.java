package net.ratonet.relay.output.programme;

/// What a programme shows.
public sealed interface AirPhase {

    /// Nothing yet: no key frame has come.
    record Waiting() implements AirPhase {}

    /// The field, as it comes.
    record Live(long sinceNanos) implements AirPhase {}

    /// The field's last picture, since nothing comes; too short so far to cover it.
    record Gap(long sinceNanos) implements AirPhase {}

    /// Something in the field's place.
    ///
    /// @param candidateNanos when the key frame came with which the field may be back; before the
    ///   first it is [#NONE]
    record Covered(Cover cover, long sinceNanos, long candidateNanos) implements AirPhase {

        static final long NONE = Long.MIN_VALUE;

        boolean hasCandidate() {
            return candidateNanos != NONE;
        }

        Covered with(long candidate) {
            return new Covered(cover, sinceNanos, candidate);
        }
    }

    /// For good.
    record Ended(String why) implements AirPhase {}
}
