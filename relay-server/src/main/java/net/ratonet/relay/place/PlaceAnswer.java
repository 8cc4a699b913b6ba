package net.ratonet.relay.place;

import java.time.Duration;
import java.util.Optional;
import net.ratonet.relay.privacy.PlaceName;

/// What came of one question to the provider.
sealed interface PlaceAnswer {

    record Named(PlaceName place) implements PlaceAnswer {}

    /// The provider wants to be left alone, perhaps for a time that it names.
    record TurnedAway(int status, Optional<Duration> retryAfter) implements PlaceAnswer {}

    record Failed(String reason) implements PlaceAnswer {}
}
