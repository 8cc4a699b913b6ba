package net.ratonet.relay.scene;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The newest decisions, oldest first. A decision that repeats the last one is not kept, a switch
/// that failed replaces the note of its order, and the oldest falls out when the log is full.
public record DecisionLog(List<SceneDecision> entries) {

    static final int CAPACITY = 100;

    static final DecisionLog EMPTY = new DecisionLog(List.of());

    public DecisionLog {
        entries = List.copyOf(entries);
    }

    DecisionLog with(SceneDecision decision) {
        if (last().filter(decision::undoes).isPresent()) {
            return new DecisionLog(entries.subList(0, entries.size() - 1)).with(decision);
        }
        if (last().filter(decision::repeats).isPresent()) {
            return this;
        }
        var overflow = Math.max(0, entries.size() + 1 - CAPACITY);
        return new DecisionLog(
                Stream.concat(entries.stream().skip(overflow), Stream.of(decision)).toList());
    }

    public Optional<SceneDecision> last() {
        return entries.isEmpty() ? Optional.empty() : Optional.of(entries.getLast());
    }
}
