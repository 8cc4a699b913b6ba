package net.ratonet.station.main;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import picocli.CommandLine;

/// All words of `station`, put together. A new family of words is one more line here.
final class StationWords {

    private StationWords() {}

    /// @param ended opens when the process is told to end
    static CommandLine of(StationProgram program, Surroundings around, CountDownLatch ended) {
        var line = new CommandLine(new StationCommandLine(program, around));
        Stream.of(
                        AskingWords.of(around),
                        LiveWords.of(around),
                        LinkWords.of(around),
                        PictureWords.of(around),
                        List.of(new CheckCommand(around)),
                        List.of(new SourcesCommand()),
                        List.of(new SetupCommand(around)),
                        List.of(new BondCommand(ended)))
                .flatMap(List::stream)
                .forEach(line::addSubcommand);
        line.addSubcommand(NetworkWords.of(around));
        return line.setCaseInsensitiveEnumValuesAllowed(true);
    }
}
