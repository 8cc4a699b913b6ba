package net.ratonet.relay.channel;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import net.ratonet.shared.wire.Json;

/// Where and how one streamer's encoder sends, ready to be copied into it. Each text holds the key,
/// so all of it is for its owner only.
///
/// @param encryptedOnly whether there is no way over RTMP, which cannot encrypt
public record IngestAddresses(
        String host,
        IngestPorts ports,
        String publishKey,
        Optional<String> passphrase,
        boolean encryptedOnly,
        Duration latency,
        Duration bondedLatency) {

    private static final int USUAL_RTMP_PORT = 1_935;
    private static final int KEY_BYTES = 16;

    public String streamId() {
        return "publish/live/" + publishKey;
    }

    /// As OBS and FFmpeg read it: they count latency in microseconds.
    public String srt() {
        return "srt://%s:%d?streamid=%s&latency=%d%s"
                .formatted(host, ports.srt(), streamId(), latency.toNanos() / 1_000, encryption());
    }

    /// As Moblin reads it, which has the latency in a field of its own.
    public String srtla() {
        return "srtla://%s:%d?streamid=%s%s"
                .formatted(host, ports.srtla(), streamId(), encryption());
    }

    /// To which OBS adds the key; empty when RTMP is not taken.
    public String rtmpServer() {
        if (encryptedOnly) {
            return "";
        }
        var port = ports.rtmp() == USUAL_RTMP_PORT ? "" : ":" + ports.rtmp();
        return "rtmp://%s%s/live".formatted(host, port);
    }

    public String rtmp() {
        return encryptedOnly ? "" : rtmpServer() + "/" + publishKey;
    }

    /// Opens Moblin with the stream set up.
    public String moblinLink() {
        var stream = Json.object().put("name", "RatoNet").put("url", srtla());
        stream.set("video", Json.object().put("codec", "H.264/AVC"));
        stream.set(
                "srt",
                Json.object()
                        .put("latency", bondedLatency.toMillis())
                        .put("adaptiveBitrateEnabled", true));
        var settings = Json.object().set("streams", Json.array().add(stream));
        return "moblin://?" + encoded(Json.write(settings));
    }

    /// Opens Larix Broadcaster with the connection set up.
    public String larixLink() {
        var address = "srt://%s:%d".formatted(host, ports.srt());
        var link =
                "larix://set/v1?conn[][name]=RatoNet&conn[][mode]=av&conn[][url]=%s&conn[][srtstreamid]=%s&conn[][srtlatency]=%d"
                        .formatted(encoded(address), encoded(streamId()), latency.toMillis());
        return link
                + passphrase
                        .map(text ->
                                "&conn[][srtpass]=%s&conn[][srtpbkl]=%d"
                                        .formatted(encoded(text), KEY_BYTES))
                        .orElse("");
    }

    /// Sends a file at its own pace, to try the way.
    public String ffmpegCommand() {
        return "ffmpeg -re -i input.mp4 -c copy -f mpegts \"%s\"".formatted(srt());
    }

    private String encryption() {
        return passphrase
                .map(text -> "&passphrase=%s&pbkeylen=%d".formatted(encoded(text), KEY_BYTES))
                .orElse("");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Override
    public String toString() {
        return "IngestAddresses[%s]".formatted(host);
    }
}
