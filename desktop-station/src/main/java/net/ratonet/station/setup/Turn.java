package net.ratonet.station.setup;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// What the wizard does next. Whoever drives it says the lines, then asks, works or ends.
sealed interface Turn {

    List<String> says();

    /// The same, with this said first.
    Turn after(List<String> earlier);

    /// A question to the person.
    ///
    /// @param fallback what an empty answer means; empty when there is nothing of the kind
    /// @param secret whether the answer must not be seen
    /// @param farewell what they hear when they leave instead of answering
    record Ask(
            List<String> says,
            String question,
            String fallback,
            boolean secret,
            String farewell,
            Function<String, Turn> then)
            implements Turn {

        static Ask of(Draft draft, String question, String fallback, Function<String, Turn> then) {
            return new Ask(List.of(), question, fallback, false, farewell(draft), then);
        }

        static Ask secret(Draft draft, String question, Function<String, Turn> then) {
            return new Ask(List.of(), question, "", true, farewell(draft), then);
        }

        private static String farewell(Draft draft) {
            return draft.say(Phrase.NOTHING_WRITTEN);
        }

        @Override
        public Turn after(List<String> earlier) {
            return new Ask(joined(earlier, says), question, fallback, secret, farewell, then);
        }
    }

    /// Something that takes a while.
    record Work(List<String> says, Step then) implements Turn {

        @Override
        public Turn after(List<String> earlier) {
            return new Work(joined(earlier, says), then);
        }
    }

    record End(List<String> says, boolean saved) implements Turn {

        @Override
        public Turn after(List<String> earlier) {
            return new End(joined(earlier, says), saved);
        }
    }

    /// Looks at the world, and goes on by what is found.
    @FunctionalInterface
    interface Step {
        Turn in(SetupWorld world) throws InterruptedException;
    }

    static Turn work(Step then) {
        return new Work(List.of(), then);
    }

    default Turn after(String line) {
        return after(List.of(line));
    }

    private static List<String> joined(List<String> first, List<String> second) {
        var all = new ArrayList<>(first);
        all.addAll(second);
        return List.copyOf(all);
    }
}
