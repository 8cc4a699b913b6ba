package net.ratonet.relay.channel;

import java.util.List;
import java.util.Locale;
import net.ratonet.relay.config.Language;
import net.ratonet.shared.wire.Json;
import net.ratonet.shared.wire.JsonFields;
import tools.jackson.databind.node.ObjectNode;

/// The slate's part of a streamer's media settings as JSON.
final class SlateSettingsCodec {

    private static final int LONGEST_ID = 16;

    private enum Kind {
        STANDARD,
        IMAGE,
        CLIPS;

        String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Kind of(SlatePicture picture) {
            return switch (picture) {
                case SlatePicture.Standard _ -> STANDARD;
                case SlatePicture.Image _ -> IMAGE;
                case SlatePicture.Clips _ -> CLIPS;
            };
        }
    }

    private SlateSettingsCodec() {}

    static ObjectNode encode(SlateSettings slate) {
        var assets = Json.array();
        slate.picture().assets().forEach(asset -> assets.add(asset.value()));
        return Json.object()
                .put("language", slate.language().code())
                .put("display_name", slate.displayName())
                .put("picture", Kind.of(slate.picture()).wireName())
                .put("own_audio", slate.ownAudio())
                .set("assets", assets);
    }

    /// What is left out stays as it is; a picture is named together with its assets.
    static SlateSettings read(JsonFields in, SlateSettings before) {
        return new SlateSettings(
                in.choice("language", Language.values(), Language::code, before.language()),
                name(in, before.displayName()),
                in.has("picture") ? picture(in, before.picture()) : before.picture(),
                in.flag("own_audio", before.ownAudio()));
    }

    /// The name is drawn into a picture: one line, nothing that a terminal or a filter would obey.
    private static String name(JsonFields in, String before) {
        var name = in.text("display_name", SlateSettings.LONGEST_NAME, before).strip();
        if (name.codePoints().anyMatch(Character::isISOControl)) {
            in.refuse("display_name", "must be one line of text");
        }
        return name;
    }

    private static SlatePicture picture(JsonFields in, SlatePicture before) {
        var kind = in.choice("picture", Kind.values(), Kind::wireName, Kind.of(before));
        var assets = assets(in);
        return switch (kind) {
            case STANDARD -> new SlatePicture.Standard();
            case IMAGE -> image(in, assets, before);
            case CLIPS -> assets.isEmpty() ? missing(in, before) : new SlatePicture.Clips(assets);
        };
    }

    private static SlatePicture image(JsonFields in, List<AssetId> assets, SlatePicture before) {
        return assets.size() == 1 ? new SlatePicture.Image(assets.getFirst()) : missing(in, before);
    }

    private static SlatePicture missing(JsonFields in, SlatePicture before) {
        in.refuse("assets", "must name one image, or one or more clips");
        return before;
    }

    private static List<AssetId> assets(JsonFields in) {
        var ids = in.texts("assets", SlatePicture.Clips.MOST, LONGEST_ID);
        if (!ids.stream().allMatch(AssetId::isValid)) {
            in.refuse("assets", "must be ids of what you uploaded");
            return List.of();
        }
        return ids.stream().map(AssetId::new).toList();
    }
}
