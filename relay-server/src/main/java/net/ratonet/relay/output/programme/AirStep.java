package net.ratonet.relay.output.programme;

import java.util.List;

/// What follows from an event.
///
/// @param answer to whoever caused it
record AirStep(AirState next, List<AirAction> actions, ProgrammeAnswer answer) {

    AirStep {
        actions = List.copyOf(actions);
    }

    static AirStep to(AirState next, AirAction... actions) {
        return new AirStep(next, List.of(actions), new ProgrammeAnswer.Done());
    }

    static AirStep refused(AirState state, String why) {
        return new AirStep(state, List.of(), new ProgrammeAnswer.Refused(why));
    }
}
