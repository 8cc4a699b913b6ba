package net.ratonet.station.source;

import java.time.Duration;
import java.util.List;
import net.ratonet.shared.wire.Decoded;
import net.ratonet.shared.wire.Json;
import tools.jackson.databind.node.ObjectNode;

/// Has a child process look for cameras, microphones and screens, because drivers may crash or
/// hang. Waits on the thread that asks.
public final class DeviceSearch {

    public static final String OPTION = "--devices";

    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final ChildJvm children;

    /// Asks a process with this main class.
    ///
    /// @param mainClass answers `--devices` with a line of `DevicesCodec`
    public DeviceSearch(String mainClass) {
        this.children = new ChildJvm(mainClass);
    }

    public Devices find() {
        try {
            return children.ask(LONGEST, OPTION)
                    .map(DeviceSearch::read)
                    .orElseGet(() -> nothing("The search crashed or came to no end"));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return nothing("The search was broken off");
        }
    }

    private static Devices read(String line) {
        return Json.readObject(line) instanceof Decoded.Accepted<ObjectNode>(ObjectNode json)
                        && DevicesCodec.decode(json)
                                instanceof Decoded.Accepted<Devices>(Devices found)
                ? found
                : nothing("The search said nonsense");
    }

    private static Devices nothing(String trouble) {
        return new Devices(List.of(), List.of(), List.of(), List.of(trouble));
    }
}
