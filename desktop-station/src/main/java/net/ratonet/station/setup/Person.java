package net.ratonet.station.setup;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Optional;

/// Whom the wizard talks to.
public sealed interface Person {

    void hear(String line);

    /// Empty when they have gone.
    Optional<String> answer(String question, boolean secret);

    /// Somebody at a terminal, which shows nothing of what is secret.
    record AtConsole(Console console) implements Person {

        @Override
        public void hear(String line) {
            console.writer().println(line);
            console.flush();
        }

        @Override
        public Optional<String> answer(String question, boolean secret) {
            if (!secret) {
                return Optional.ofNullable(console.readLine("%s ", question));
            }
            return Optional.ofNullable(console.readPassword("%s ", question)).map(String::new);
        }
    }

    /// A file or a program that types: each line is an answer.
    record AtPipe(BufferedReader in, PrintWriter out) implements Person {

        @Override
        public void hear(String line) {
            out.println(line);
            out.flush();
        }

        @Override
        public Optional<String> answer(String question, boolean secret) {
            hear(question);
            try {
                return Optional.ofNullable(in.readLine());
            } catch (IOException _) {
                return Optional.empty();
            }
        }
    }
}
