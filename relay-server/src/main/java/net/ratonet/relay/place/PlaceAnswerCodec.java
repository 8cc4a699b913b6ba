package net.ratonet.relay.place;

import java.util.ArrayList;
import java.util.List;
import net.ratonet.relay.privacy.PlaceName;
import net.ratonet.shared.wire.Decoded;
import net.ratonet.shared.wire.Json;
import tools.jackson.databind.node.ObjectNode;

/// Reads an answer of Nominatim's `/reverse`.
final class PlaceAnswerCodec {

    private static final List<String> DISTRICT =
            List.of("suburb", "neighbourhood", "city_district");
    private static final List<String> TOWN = List.of("city", "town", "village", "municipality");
    private static final List<String> STATE = List.of("state");
    private static final int LONGEST = 200;

    private PlaceAnswerCodec() {}

    static Decoded<PlaceName> decode(String json) {
        return Json.readObject(json).map(PlaceAnswerCodec::place);
    }

    /// In the middle of an ocean the answer has no address: then the place has no name.
    private static PlaceName place(ObjectNode answer) {
        var full = joined(answer, DISTRICT, TOWN, STATE);
        var town = joined(answer, TOWN, STATE);
        return new PlaceName(
                full.isEmpty() ? shortened(answer.path("display_name").asString("")) : full, town);
    }

    @SafeVarargs
    private static String joined(ObjectNode answer, List<String>... levels) {
        var parts = new ArrayList<String>();
        for (var level : levels) {
            var name = first(answer, level);
            if (!name.isEmpty()) {
                parts.add(name);
            }
        }
        return shortened(String.join(", ", parts));
    }

    private static String first(ObjectNode answer, List<String> kinds) {
        for (var kind : kinds) {
            var name = answer.path("address").path(kind).asString("").strip();
            if (!name.isEmpty()) {
                return name;
            }
        }
        return "";
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }
}
