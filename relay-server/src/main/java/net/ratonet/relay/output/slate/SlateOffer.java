package net.ratonet.relay.output.slate;

import java.util.List;
import java.util.Optional;

/// What there is to show in a stream's place.
public sealed interface SlateOffer {

    /// It can be shown.
    ///
    /// @param clips to be shown one after the other, over and over
    /// @param tellsSeconds whether the only clip is a minute that shows which second it is
    /// @param standIn whether it is shown only until what was wanted has been made
    /// @param problem why it is not what the streamer wanted, in plain words
    record Ready(
            List<SlateClip> clips, boolean tellsSeconds, boolean standIn, Optional<String> problem)
            implements SlateOffer {

        public Ready {
            clips = List.copyOf(clips);
        }
    }

    /// It is being made.
    record Preparing() implements SlateOffer {}

    /// There will be none.
    ///
    /// @param why in plain words
    record Impossible(String why) implements SlateOffer {}
}
