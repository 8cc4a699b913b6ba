package net.ratonet.station.main;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import net.ratonet.shared.wire.CommandCodec;
import net.ratonet.shared.wire.Json;
import net.ratonet.shared.wire.StationCommand;
import net.ratonet.shared.wire.StationOrder;
import net.ratonet.station.local.LocalAnswer;
import net.ratonet.station.local.LocalClient;
import picocli.CommandLine;
import tools.jackson.databind.node.ObjectNode;

/// Speaks to the station that runs on this machine and prints what it says.
final class StationRemote {

    /// Nobody to speak to; a refusal is picocli's 1.
    static final int UNREACHABLE = 3;

    private static final String NUMBER = "1";

    private final Path folder;
    private final PrintWriter out;
    private final PrintWriter err;

    StationRemote(Path folder, PrintWriter out, PrintWriter err) {
        this.folder = folder;
        this.out = out;
        this.err = err;
    }

    int order(StationCommand command) throws InterruptedException {
        return order(CommandCodec.encode(new StationOrder(NUMBER, command)));
    }

    /// Goes live.
    ///
    /// @param to empty = where the settings say; it may hold a key, which is why it comes no other
    ///   way than this
    /// @param anyway although something speaks against it
    int goLive(Optional<String> to, boolean anyway) throws InterruptedException {
        var order =
                CommandCodec.encode(new StationOrder(NUMBER, new StationCommand.GoLive()))
                        .put("anyway", anyway);
        to.ifPresent(url -> order.put("to", url));
        return order(order);
    }

    int status(boolean json) throws InterruptedException {
        try (var client = new LocalClient(folder)) {
            return print(
                    client.status(),
                    answer -> {
                        if (json) {
                            out.println(Json.write(answer));
                        } else {
                            StatusTable.lines(answer).forEach(out::println);
                        }
                    });
        }
    }

    /// What the running station finds that speaks against a live.
    LocalAnswer check() throws InterruptedException {
        try (var client = new LocalClient(folder)) {
            return client.check();
        }
    }

    int events() throws InterruptedException {
        try (var client = new LocalClient(folder)) {
            return print(
                    client.events(line -> {
                        out.println(line);
                        out.flush();
                    }),
                    _ -> {});
        }
    }

    private int order(ObjectNode order) throws InterruptedException {
        try (var client = new LocalClient(folder)) {
            return print(
                    client.command(order),
                    answer -> out.println(answer.path("explanation").asString("done")));
        }
    }

    private int print(LocalAnswer answer, Consumer<ObjectNode> show) {
        return switch (answer) {
            case LocalAnswer.Given(var json) -> {
                show.accept(json);
                yield CommandLine.ExitCode.OK;
            }
            case LocalAnswer.Refused(var why) -> {
                err.println("The station refuses: " + why);
                yield CommandLine.ExitCode.SOFTWARE;
            }
            case LocalAnswer.Unreachable(var why) -> {
                err.println("Cannot reach the station: " + why);
                yield UNREACHABLE;
            }
        };
    }
}
