package net.ratonet.station.setup;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import net.ratonet.shared.wire.Json;
import net.ratonet.station.config.VideoConfig;
import net.ratonet.station.network.LocalLink;
import net.ratonet.station.source.Devices;
import tools.jackson.databind.node.ObjectNode;

/// A machine with two links and a camera, and a relay that knows Ana.
final class FakeWorld implements SetupWorld {

    static final String KEY = "rn_anas-key";
    static final String FRESH = "rn_fresh-key";
    static final String CODE = "pc_abcdefgh";
    static final String SRTLA = "srtla://relay.example.org:5001?streamid=publish/live/live_1";

    final Map<String, String> files = new HashMap<>();
    final List<ServerAddress> asked = new ArrayList<>();
    ServerAddress relay = new ServerAddress(true, "relay.example.org", 443, "");
    boolean approved = true;
    EncoderCheck.Verdict encoder = new EncoderCheck.Verdict.Works(30, 30, "");

    @Override
    public RelayReply get(ServerAddress server, String path, String key) {
        asked.add(server);
        if (!server.equals(relay)) {
            return new RelayReply.Unreachable(Trouble.NOBODY_LISTENS, "");
        }
        return switch (path) {
            case "/api/status" -> new RelayReply.Given(Json.object().put("streamers_online", 0));
            case "/api/me" -> me(key);
            case "/api/me/ingest" -> new RelayReply.Given(Json.object().put("srtla_url", SRTLA));
            default -> new RelayReply.Strange(404);
        };
    }

    private RelayReply me(String key) {
        return key.equals(KEY) || key.equals(FRESH)
                ? new RelayReply.Given(
                        Json.object()
                                .put("id", "ana-1")
                                .put("name", "Ana")
                                .put("approved", approved))
                : new RelayReply.Refused(401, "API key inválida");
    }

    @Override
    public RelayReply post(ServerAddress server, String path, ObjectNode body) {
        var fresh = Json.object().put("id", "ana-1").put("api_key", FRESH);
        return switch (path) {
            case "/api/register" ->
                    body.path("email").asString("").equals("taken@example.org")
                            ? new RelayReply.Refused(409, "Email já cadastrado")
                            : new RelayReply.Given(fresh);
            case "/api/pair" ->
                    body.path("code").asString("").equals(CODE)
                            ? new RelayReply.Given(fresh)
                            : new RelayReply.Refused(404, "this pairing code is wrong");
            default -> new RelayReply.Strange(404);
        };
    }

    @Override
    public List<LocalLink> links() {
        return List.of(link("wwan0"), link("wlan0"));
    }

    private static LocalLink link(String name) {
        return new LocalLink(name, 1, List.of(InetAddress.ofLiteral("10.0.0.2")), 8, true);
    }

    @Override
    public LinkTrial test(LocalLink link, ServerAddress server, String key) {
        var isGood = link.name().equals("wwan0");
        return new LinkTrial(
                link.name(),
                isGood ? 10 : 3,
                isGood ? List.of(40.0, 44.0) : List.of(),
                isGood ? OptionalLong.of(6_200_000) : OptionalLong.empty(),
                isGood ? Optional.empty() : Optional.of(Trouble.NO_ANSWER),
                "",
                Optional.empty());
    }

    @Override
    public Devices devices() {
        return new Devices(
                List.of(new Devices.Camera("/dev/video0", "HD Webcam", List.of())),
                List.of(),
                List.of("screen"),
                List.of());
    }

    @Override
    public EncoderCheck.Verdict encode(VideoConfig video) {
        return encoder;
    }

    @Override
    public boolean exists(String file) {
        return files.containsKey(file);
    }

    @Override
    public Optional<String> save(String file, String text) {
        files.put(file, text);
        return Optional.empty();
    }
}
