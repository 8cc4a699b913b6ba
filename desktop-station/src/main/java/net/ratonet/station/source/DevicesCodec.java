package net.ratonet.station.source;

import java.util.List;
import net.ratonet.shared.wire.Decoded;
import net.ratonet.shared.wire.Json;
import net.ratonet.shared.wire.JsonFields;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The devices of a machine as one JSON object.
public final class DevicesCodec {

    private static final int MOST = 256;
    private static final int LONGEST = 1_000;

    private DevicesCodec() {}

    public static ObjectNode encode(Devices devices) {
        var json = Json.object();
        var cameras = json.putArray("cameras");
        devices.cameras().forEach(camera -> encode(camera, cameras.addObject()));
        var microphones = json.putArray("microphones");
        for (var microphone : devices.microphones()) {
            microphones
                    .addObject()
                    .put("device", microphone.device())
                    .put("name", microphone.name());
        }
        putTexts(json.putArray("screens"), devices.screens());
        putTexts(json.putArray("troubles"), devices.troubles());
        return json;
    }

    public static Decoded<Devices> decode(ObjectNode json) {
        var in = new JsonFields(json);
        return in.finish(() ->
                new Devices(
                        in.list("cameras", MOST, DevicesCodec::camera),
                        in.list("microphones", MOST, DevicesCodec::microphone),
                        in.texts("screens", MOST, LONGEST),
                        in.texts("troubles", MOST, LONGEST)));
    }

    private static void encode(Devices.Camera camera, ObjectNode json) {
        json.put("device", camera.device()).put("name", camera.name());
        var formats = json.putArray("formats");
        for (var format : camera.formats()) {
            var one = formats.addObject().put("name", format.name());
            putTexts(one.putArray("sizes"), format.sizes());
        }
    }

    private static Devices.Camera camera(JsonFields in) {
        return new Devices.Camera(
                in.text("device", LONGEST),
                in.text("name", LONGEST),
                in.list(
                        "formats",
                        MOST,
                        format ->
                                new Devices.Format(
                                        format.text("name", LONGEST),
                                        format.texts("sizes", MOST, LONGEST))));
    }

    private static Devices.Microphone microphone(JsonFields in) {
        return new Devices.Microphone(in.text("device", LONGEST), in.text("name", LONGEST));
    }

    private static void putTexts(ArrayNode into, List<String> texts) {
        texts.forEach(into::add);
    }
}
