package net.ratonet.lab.process;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ObjectNode;

/// A station of our own with its test picture, asked and steered through its local door as by any
/// program on its machine.
public final class StationProcess implements AutoCloseable {

    private static final Pattern DOOR =
            Pattern.compile("Local control listens on 127\\.0\\.0\\.1:(\\d+)");
    private static final Duration START = Duration.ofSeconds(60);

    private final Child child;
    private final RelayClient door;
    private final String token;

    private StationProcess(Child child, RelayClient door, String token) {
        this.child = child;
        this.door = door;
        this.token = token;
    }

    /// The station as the launcher would start it, for a streamer of the relay.
    ///
    /// @param relay as the station reaches it
    /// @param links names of interfaces, or source addresses
    public static Program program(
            Checkout checkout, MediaClient streamer, URI relay, List<String> links) {
        return alone(checkout, links)
                .with("FIELD_SERVER_WS_URL", "ws://%s/ws/field".formatted(relay.getAuthority()))
                .with("FIELD_STREAMER_ID", streamer.id())
                .with("FIELD_API_KEY", streamer.apiKey());
    }

    /// A station whose relay does not answer. It uses no device of this machine and streams nowhere
    /// yet.
    public static Program alone(Checkout checkout, List<String> links) {
        return checkout.program("station", "desktop-station", List.of("--headless"))
                .with("FIELD_SERVER_WS_URL", "ws://127.0.0.1:9/ws/field")
                .with("FIELD_STREAMER_ID", "lab")
                .with("FIELD_API_KEY", "none")
                .with("FIELD_CONTROL_PORT", "0")
                .with("FIELD_VIDEO_DEVICE", "testsrc")
                .with("FIELD_VIDEO_RESOLUTION", "640x360")
                .with("FIELD_GPS_DEVICE", "off")
                .with("FIELD_STARLINK_ADDR", "off")
                .with("FIELD_MODEMS", "false")
                .with("FIELD_NETWORK_INTERFACES", String.join(",", links));
    }

    /// Starts it in a folder that becomes its own.
    public static StationProcess start(Program program, Path folder, Consumer<String> listener)
            throws IOException {
        var child = Child.start(program.with("FIELD_DATA_DIR", "data"), folder, listener);
        try {
            var port = child.expect(DOOR, START);
            var token = Files.readString(folder.resolve("data").resolve("control-token")).strip();
            var door = new RelayClient(URI.create("http://127.0.0.1:" + port));
            return new StationProcess(child, door, token);
        } catch (IOException mistake) {
            child.close();
            throw mistake;
        }
    }

    /// Everything that the station tells of itself.
    public ObjectNode status() throws IOException {
        return door.get("/status", token);
    }

    /// Has it do something: `{"action":"stop"}`.
    public ObjectNode command(String json) throws IOException {
        return door.post("/commands", token, json);
    }

    public Child child() {
        return child;
    }

    @Override
    public void close() {
        door.close();
        child.close();
    }
}
