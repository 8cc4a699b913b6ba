package net.ratonet.relay.output.programme;

import java.util.Optional;
import net.ratonet.relay.output.programme.AirPhase.Covered;
import net.ratonet.relay.output.programme.AirPhase.Ended;
import net.ratonet.relay.output.programme.AirPhase.Gap;
import net.ratonet.relay.output.programme.AirPhase.Live;
import net.ratonet.relay.output.programme.AirPhase.Waiting;

/// What of a programme's decisions a streamer would want to read tomorrow. Pure.
final class ProgrammeDiary {

    private static final double NANOS = 1e9;

    private ProgrammeDiary() {}

    static Optional<String> line(AirPhase before, AirPhase next, long now) {
        return switch (next) {
            case Waiting _, Gap _ -> Optional.empty();
            case Live _ -> live(before, now);
            case Covered covered -> covered(before, covered);
            case Ended(var why) ->
                    before instanceof Ended
                            ? Optional.empty()
                            : Optional.of("the stream ends: " + why);
        };
    }

    private static Optional<String> live(AirPhase before, long now) {
        return switch (before) {
            case Waiting _ -> Optional.of("on air");
            case Covered(_, var since, _) ->
                    Optional.of(
                            "back on air after %.1f s: the field sends again"
                                    .formatted((now - since) / NANOS));
            case Live _, Gap _, Ended _ -> Optional.empty();
        };
    }

    private static Optional<String> covered(AirPhase before, Covered covered) {
        if (before instanceof Covered(var cover, _, _) && cover == covered.cover()) {
            return Optional.empty();
        }
        return Optional.of(
                switch (covered.cover()) {
                    case SIGNAL_LOST -> "the slate is shown: nothing comes from the field";
                    case ASKED -> "the slate is shown: a break was asked for";
                    case RETURNING -> "the break is over: the next key frame is awaited";
                    case STILL ->
                            "the last picture is kept, as asked: nothing comes from the field";
                });
    }
}
