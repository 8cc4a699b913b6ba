package net.ratonet.relay.control;

import java.time.Duration;
import java.util.List;

/// What a programme shows.
///
/// @param state one word: waiting, live, gap, slate, ended
/// @param reason why, in plain words; empty where the state says it all
/// @param since how long it has been so
/// @param problems of the slate, in plain words
public record ProgrammeStatus(
        String state, String reason, Duration since, boolean held, List<String> problems) {

    public ProgrammeStatus {
        problems = List.copyOf(problems);
    }
}
