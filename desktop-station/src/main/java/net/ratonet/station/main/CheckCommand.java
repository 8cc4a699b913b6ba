package net.ratonet.station.main;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import net.ratonet.shared.wire.Json;
import net.ratonet.station.config.StationConfig;
import net.ratonet.station.config.StationSettings;
import net.ratonet.station.local.CheckJson;
import net.ratonet.station.local.LocalAnswer;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// `station check`: asks the station that runs here; when none does, looks itself.
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = "Everything that speaks against going live now, and what to do.",
        footer = {"", "Ends with 0 when a live can begin, 1 when something blocks it."})
final class CheckCommand implements Callable<Integer> {

    private final Surroundings around;

    @Mixin private final Terminal terminal = new Terminal();

    @Option(names = "--json", description = "As one JSON object.")
    private boolean json;

    CheckCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() throws InterruptedException {
        return switch (around.station(terminal).check()) {
            case LocalAnswer.Given(var report) -> show(report);
            case LocalAnswer.Refused(var why) -> {
                terminal.err().println("The station refuses: " + why);
                yield CommandLine.ExitCode.SOFTWARE;
            }
            case LocalAnswer.Unreachable _ -> look();
        };
    }

    private int look() throws InterruptedException {
        var loaded =
                StationSettings.load(Map.of(), around.environment(), around.dotEnv(terminal.err()));
        if (loaded.config().isPresent()) {
            return look(loaded.config().get());
        }
        var report = Json.object().put("go", false);
        var findings = report.putArray("findings");
        loaded.mistakes()
                .forEach(mistake ->
                        findings.addObject()
                                .put("severity", "blocker")
                                .put("code", "setting")
                                .put("what", mistake + ".")
                                .put("remedy", "Mend it in .env or in the environment."));
        return show(report);
    }

    /// Nothing of this station is started.
    private int look(StationConfig config) throws InterruptedException {
        return show(CheckJson.of(new StationWiring(config).check()));
    }

    private int show(ObjectNode report) {
        var go = report.path("go").asBoolean(false);
        if (json) {
            terminal.out().println(Json.write(report));
        } else {
            for (var finding : report.path("findings")) {
                show(finding);
            }
            terminal.out()
                    .println(
                            go
                                    ? "A live can begin."
                                    : "A live cannot begin before that is mended.");
        }
        return go ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
    }

    private void show(JsonNode finding) {
        terminal.out()
                .println(
                        "%-8s %s%n         %s"
                                .formatted(
                                        text(finding, "severity").toUpperCase(Locale.ROOT),
                                        text(finding, "what"),
                                        text(finding, "remedy")));
    }

    /// What other machines said must not move the terminal's cursor.
    private static String text(JsonNode node, String name) {
        return node.path(name).asString("").replaceAll("\\p{Cntrl}", " ");
    }
}
