package net.ratonet.station.main;

import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import net.ratonet.station.setup.EncoderCheck;
import net.ratonet.station.setup.Language;
import net.ratonet.station.setup.Person;
import net.ratonet.station.setup.Setup;
import net.ratonet.station.source.ChildJvmLauncher;
import net.ratonet.station.source.DeviceSearch;
import net.ratonet.station.source.EncoderProbe;
import net.ratonet.station.source.libav.EncoderMain;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `station setup`.
@Command(
        name = "setup",
        mixinStandardHelpOptions = true,
        description = {
            "Asks what the station needs to know, tries it, and writes the file .env.",
            "Speaks English and Portuguese (LANG). Takes answers from a pipe too, one",
            "on each line. Ends with 0 when a file was written, else with 1."
        })
final class SetupCommand implements Callable<Integer> {

    private final Surroundings around;

    @Mixin private final Terminal terminal = new Terminal();

    SetupCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() throws InterruptedException {
        var devices = new DeviceSearch(EncoderMain.class.getName());
        var encoder =
                new EncoderCheck(
                        new ChildJvmLauncher(EncoderMain.class.getName()),
                        new EncoderProbe(EncoderMain.class.getName())::tryOut);
        var language = Language.of(around.environment(), Locale.getDefault());
        return new Setup(person(), language, around.folder(), devices::find, encoder).run()
                ? CommandLine.ExitCode.OK
                : CommandLine.ExitCode.SOFTWARE;
    }

    private Person person() {
        return Optional.ofNullable(System.console())
                .filter(console -> console.isTerminal())
                .<Person>map(Person.AtConsole::new)
                .orElseGet(() -> new Person.AtPipe(around.input(), terminal.out()));
    }
}
