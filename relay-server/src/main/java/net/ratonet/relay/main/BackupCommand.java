package net.ratonet.relay.main;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import net.ratonet.relay.store.DatabaseBackup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// `./ratonet relay backup FILE`: copies the database, also while a relay is using it.
@Command(
        name = "backup",
        mixinStandardHelpOptions = true,
        description = "Copies the database and its key file, while the relay runs or not.",
        footer = {
            "",
            "FILE.key opens the stream keys and tokens in FILE: keep it, but not beside a copy"
                    + " that",
            "leaves the machine.",
        })
final class BackupCommand implements Callable<Integer> {

    @Spec private CommandSpec spec = CommandSpec.create();

    @ParentCommand private RelayCommand relay = new RelayCommand();

    @Parameters(paramLabel = "FILE", description = "the copy; must not exist yet")
    private Path target = Path.of("");

    @Override
    public Integer call() {
        var loaded = relay.starter().settings();
        if (!loaded.mistakes().isEmpty()) {
            relay.starter().complain(loaded);
            return RelayStart.MISTAKEN;
        }
        try {
            DatabaseBackup.write(loaded.config().store().database(), target);
        } catch (IOException mistake) {
            spec.commandLine().getErr().println("No backup was made: " + mistake.getMessage());
            return RelayStart.FAILED;
        }
        spec.commandLine()
                .getOut()
                .println("Backup written to %s and %s.key".formatted(target, target));
        return 0;
    }
}
