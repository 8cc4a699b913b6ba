package net.ratonet.station.main;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import net.ratonet.shared.wire.StationCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// The words for what viewers see and hear, and what is kept of it.
final class PictureWords {

    private PictureWords() {}

    static List<Object> of(Surroundings around) {
        return List.of(
                new Source(around), new Mute(around), new Slate(around), new KeepCopy(around));
    }

    @Command(
            name = "source",
            mixinStandardHelpOptions = true,
            description = "Shows another source.")
    private static final class Source implements Callable<Integer> {

        private final Surroundings around;

        @Mixin private final Terminal terminal = new Terminal();

        @Parameters(
                paramLabel = "SOURCE",
                description = {
                    "As in FIELD_VIDEO_DEVICE.",
                    "- reads it from standard input: an address may hold a login, which a"
                            + " command line would show to others."
                })
        private String source = "";

        Source(Surroundings around) {
            this.around = around;
        }

        @Override
        public Integer call() throws IOException, InterruptedException {
            if (SecretArgument.isIn(source)) {
                return wrong(SecretArgument.refusal());
            }
            var wanted =
                    source.equals(SecretArgument.ELSEWHERE)
                            ? around.secret("Source:")
                            : Optional.of(source).filter(text -> !text.isBlank());
            if (wanted.isEmpty()) {
                return wrong("No source was given.");
            }
            return around.station(terminal).order(new StationCommand.SelectSource(wanted.get()));
        }

        private int wrong(String why) {
            terminal.err().println(why);
            return CommandLine.ExitCode.USAGE;
        }
    }

    @Command(
            name = "mute",
            mixinStandardHelpOptions = true,
            description = "Takes the sound away, or gives it back.")
    private static final class Mute implements Callable<Integer> {

        private final Surroundings around;

        @Mixin private final Terminal terminal = new Terminal();

        @Parameters(paramLabel = "on|off")
        private Switch wish = Switch.ON;

        Mute(Surroundings around) {
            this.around = around;
        }

        @Override
        public Integer call() throws InterruptedException {
            return around.station(terminal).order(new StationCommand.Mute(wish == Switch.ON));
        }
    }

    @Command(
            name = "slate",
            mixinStandardHelpOptions = true,
            description = "Shows viewers a \"be right back\" picture, or the source again.")
    private static final class Slate implements Callable<Integer> {

        private final Surroundings around;

        @Mixin private final Terminal terminal = new Terminal();

        @Parameters(paramLabel = "on|off")
        private Switch wish = Switch.ON;

        Slate(Surroundings around) {
            this.around = around;
        }

        @Override
        public Integer call() throws InterruptedException {
            return around.station(terminal).order(new StationCommand.ShowSlate(wish == Switch.ON));
        }
    }

    @Command(
            name = "record",
            mixinStandardHelpOptions = true,
            description = "Keeps a copy on this machine, live or not, until it is told to end.")
    private static final class KeepCopy implements Callable<Integer> {

        private final Surroundings around;

        @Mixin private final Terminal terminal = new Terminal();

        @Parameters(paramLabel = "on|off")
        private Switch wish = Switch.ON;

        KeepCopy(Surroundings around) {
            this.around = around;
        }

        @Override
        public Integer call() throws InterruptedException {
            return around.station(terminal)
                    .order(new StationCommand.RecordLocally(wish == Switch.ON));
        }
    }
}
