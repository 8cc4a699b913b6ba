package net.ratonet.station.setup;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/// Gives the answers of a script, then has gone. An empty answer takes the default.
final class Script {

    private final Deque<String> answers;
    final List<String> heard = new ArrayList<>();
    final List<String> questions = new ArrayList<>();

    Script(String... answers) {
        this.answers = new ArrayDeque<>(List.of(answers));
    }

    /// Plays the dialogue to its end; false when nothing was saved.
    boolean play(Turn first, SetupWorld world) throws InterruptedException {
        var turn = first;
        while (true) {
            heard.addAll(turn.says());
            switch (turn) {
                case Turn.End(var _, var saved) -> {
                    return saved;
                }
                case Turn.Work work -> turn = work.then().in(world);
                case Turn.Ask ask -> {
                    questions.add(ask.question());
                    if (answers.isEmpty()) {
                        return false;
                    }
                    var answer = answers.pop();
                    turn = ask.then().apply(answer.isEmpty() ? ask.fallback() : answer);
                }
            }
        }
    }

    String all() {
        return String.join("\n", heard);
    }
}
