package net.ratonet.relay.web.api;

import java.util.LinkedHashMap;
import java.util.Map;
import net.ratonet.relay.channel.IngestAddresses;
import net.ratonet.shared.wire.Json;
import tools.jackson.databind.node.ObjectNode;

/// Where an encoder sends, as JSON: the plain facts, and for each common encoder what goes into
/// which of its fields.
final class IngestJson {

    private IngestJson() {}

    static ObjectNode of(IngestAddresses to) {
        var encoders = Json.array().add(encoder("OBS", "srt", obs(to)));
        if (!to.encryptedOnly()) {
            encoders.add(encoder("OBS", "rtmp", obsRtmp(to)));
        }
        encoders.add(encoder("Moblin", "srtla", moblin(to)).put("link", to.moblinLink()))
                .add(encoder("BELABOX", "srtla", belabox(to)))
                .add(encoder("Larix", "srt", larix(to)).put("link", to.larixLink()))
                .add(encoder("FFmpeg", "srt", ffmpeg(to)));
        var ports = to.ports();
        return Json.object()
                .put("host", to.host())
                .put("srt_port", ports.srt())
                .put("srtla_port", ports.srtla())
                .put("rtmp_port", ports.rtmp())
                .put("publish_key", to.publishKey())
                .put("stream_id", to.streamId())
                .put("passphrase", to.passphrase().orElse(""))
                .put("latency_ms", to.latency().toMillis())
                .put("bonded_latency_ms", to.bondedLatency().toMillis())
                .put("srt_url", to.srt())
                .put("srtla_url", to.srtla())
                .put("rtmp_url", to.rtmp())
                .set("encoders", encoders);
    }

    private static ObjectNode encoder(String name, String protocol, Map<String, String> settings) {
        var shown = Json.object();
        settings.forEach(shown::put);
        return Json.object().put("name", name).put("protocol", protocol).set("settings", shown);
    }

    private static Map<String, String> obs(IngestAddresses to) {
        return ordered("Service", "Custom…", "Server", to.srt(), "Stream Key", "");
    }

    private static Map<String, String> obsRtmp(IngestAddresses to) {
        return ordered(
                "Service", "Custom…", "Server", to.rtmpServer(), "Stream Key", to.publishKey());
    }

    private static Map<String, String> moblin(IngestAddresses to) {
        return ordered("URL", to.srtla(), "Latency", to.bondedLatency().toMillis() + " ms");
    }

    private static Map<String, String> belabox(IngestAddresses to) {
        return ordered(
                "SRTLA receiver",
                to.host(),
                "Port",
                Integer.toString(to.ports().srtla()),
                "SRT stream id",
                to.streamId(),
                "SRT latency",
                to.bondedLatency().toMillis() + " ms");
    }

    private static Map<String, String> larix(IngestAddresses to) {
        return ordered(
                "URL",
                "srt://%s:%d".formatted(to.host(), to.ports().srt()),
                "streamid",
                to.streamId(),
                "passphrase",
                to.passphrase().orElse(""),
                "Latency",
                to.latency().toMillis() + " ms");
    }

    private static Map<String, String> ffmpeg(IngestAddresses to) {
        return ordered("Command", to.ffmpegCommand());
    }

    /// Names and values in turn, in the order in which a person meets them.
    private static Map<String, String> ordered(String... namesAndValues) {
        var settings = new LinkedHashMap<String, String>();
        for (var at = 0; at < namesAndValues.length; at += 2) {
            settings.put(namesAndValues[at], namesAndValues[at + 1]);
        }
        return settings;
    }
}
