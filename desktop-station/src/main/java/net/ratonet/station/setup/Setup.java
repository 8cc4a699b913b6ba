package net.ratonet.station.setup;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import net.ratonet.shared.flow.Ticker;
import net.ratonet.station.source.Devices;

/// Drives the wizard: says what it says, asks what it asks, does what it wants done. For one
/// thread.
public final class Setup {

    private final Person person;
    private final Language language;
    private final Path folder;
    private final Supplier<Devices> devices;
    private final EncoderCheck encoder;

    /// A wizard for one person.
    ///
    /// @param folder where the file .env is, or will be
    /// @param devices looks for cameras and screens
    public Setup(
            Person person,
            Language language,
            Path folder,
            Supplier<Devices> devices,
            EncoderCheck encoder) {
        this.person = person;
        this.language = language;
        this.folder = folder;
        this.devices = devices;
        this.encoder = encoder;
    }

    /// True when a file was written.
    public boolean run() throws InterruptedException {
        try (var calls = new RelayCalls()) {
            var before = EnvFile.parse(read(folder.resolve(SaveSteps.FILE)));
            var world = new RealWorld(calls, folder, devices, encoder, Ticker.system());
            return drive(Wizard.begin(language, before), person, world);
        } catch (IOException trouble) {
            person.hear(
                    Phrase.NOT_READ.in(
                            language,
                            folder.resolve(SaveSteps.FILE),
                            String.valueOf(trouble.getMessage())));
            return false;
        }
    }

    static boolean drive(Turn first, Person person, SetupWorld world) throws InterruptedException {
        for (var turn = first; ; ) {
            turn.says().forEach(person::hear);
            switch (turn) {
                case Turn.Ask ask -> {
                    var answer = person.answer(question(ask), ask.secret());
                    if (answer.isEmpty()) {
                        person.hear(ask.farewell());
                        return false;
                    }
                    turn = ask.then().apply(answer.get().isBlank() ? ask.fallback() : answer.get());
                }
                case Turn.Work work -> turn = work.then().in(world);
                case Turn.End(var _, var saved) -> {
                    return saved;
                }
            }
        }
    }

    private static String question(Turn.Ask ask) {
        var fallback = ask.fallback().isEmpty() ? "" : " [" + ask.fallback() + "]";
        return ask.question() + fallback + ":";
    }

    /// A file that cannot be read is not to be lost by writing over it.
    private static String read(Path file) throws IOException {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (MalformedInputException _) {
            throw new IOException("it is not text in UTF-8");
        }
    }
}
