package net.ratonet.relay.web.api;

import static net.ratonet.relay.web.http.Shape.NUMBER;
import static net.ratonet.relay.web.http.Shape.field;
import static net.ratonet.relay.web.http.Shape.listOf;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import net.ratonet.relay.channel.AssetId;
import net.ratonet.relay.channel.AssetKind;
import net.ratonet.relay.channel.AssetUpload;
import net.ratonet.relay.channel.ChannelBook;
import net.ratonet.relay.channel.SlateAsset;
import net.ratonet.relay.channel.SlateAssets;
import net.ratonet.relay.web.http.Answer;
import net.ratonet.relay.web.http.Call;
import net.ratonet.relay.web.http.FileAnswer;
import net.ratonet.relay.web.http.Param;
import net.ratonet.relay.web.http.Route;
import net.ratonet.relay.web.http.RouteGroup;
import net.ratonet.relay.web.http.Shape;
import net.ratonet.shared.telemetry.StreamerId;
import net.ratonet.shared.wire.Json;
import tools.jackson.databind.node.ObjectNode;

/// The images and clips that a streamer brings for their slate.
public final class SlateRoutes implements RouteGroup {

    private static final int LONGEST_LABEL = 80;
    private static final int MEGABYTE = 1_000_000;

    private final ChannelBook channels;
    private final SlateAssets assets;

    public SlateRoutes(ChannelBook channels, SlateAssets assets) {
        this.channels = channels;
        this.assets = assets;
    }

    @Override
    public String title() {
        return "Slate";
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get("/api/me/slate-assets", "My images and clips for the slate")
                        .forStreamer()
                        .returns(
                                field("assets", listOf(ChannelShapes.ASSET)),
                                field("free_bytes", NUMBER))
                        .to(call -> list(call.account().id())),
                Route.post(
                                "/api/me/slate-assets",
                                "Upload one; the body is the file itself: png or jpg up to 8 MB,"
                                        + " mp4, mov, ts or mkv up to 200 MB")
                        .forStreamer()
                        .takes(Param.optional("label", "how I call it, 80 characters at most"))
                        .body(Shape.ANYTHING)
                        .returns(ChannelShapes.ASSET)
                        .to(this::upload),
                Route.get("/api/me/slate-assets/{asset_id}", "One of them, as it was uploaded")
                        .takes(Param.path("asset_id", "its id"))
                        .forStreamer()
                        .to(this::download),
                Route.delete("/api/me/slate-assets/{asset_id}", "Remove one of them")
                        .takes(Param.path("asset_id", "its id"))
                        .forStreamer()
                        .returns(Shapes.MESSAGE)
                        .to(this::delete));
    }

    private Answer list(StreamerId id) throws IOException {
        var list = Json.array();
        assets.list(id).forEach(asset -> list.add(shown(asset)));
        return Answer.json(
                Json.object().put("free_bytes", assets.freeBytes(id)).set("assets", list));
    }

    private Answer upload(Call call) throws IOException {
        if (!call.account().approved()) {
            return Answer.refusal(403, "the account waits for its approval");
        }
        if (call.declaredBytes() > AssetKind.MOST_CLIP_BYTES) {
            return tooLarge(AssetKind.MOST_CLIP_BYTES);
        }
        var label = call.query("label").orElse("").strip();
        if (label.length() > LONGEST_LABEL
                || label.codePoints().anyMatch(Character::isISOControl)) {
            return Answer.unprocessable("label", "must be one line of at most 80 characters");
        }
        return call.upload(content -> told(assets.add(call.account().id(), label, content)));
    }

    private static Answer told(AssetUpload upload) {
        return switch (upload) {
            case AssetUpload.Kept(var asset) -> Answer.json(shown(asset));
            case AssetUpload.UnknownKind _ ->
                    Answer.refusal(
                            415,
                            "this is no png, jpg, mp4, mov, ts or mkv, whatever its name says");
            case AssetUpload.TooLarge(var most) -> tooLarge(most);
            case AssetUpload.TooManyPixels(var most) ->
                    Answer.refusal(
                            422,
                            "the image does not say its size, or has more than %d megapixels"
                                    .formatted(most / MEGABYTE));
            case AssetUpload.NoRoom(var free) ->
                    Answer.refusal(
                            413,
                            "only %.1f MB are left of what you may keep; remove something first"
                                    .formatted(free / (double) MEGABYTE));
            case AssetUpload.Busy _ ->
                    Answer.refusal(409, "another upload of yours is still under way");
        };
    }

    private static Answer tooLarge(long mostBytes) {
        return Answer.refusal(413, "it may have at most %d MB".formatted(mostBytes / MEGABYTE));
    }

    private Answer download(Call call) throws IOException {
        var asset = find(call);
        var file = asset.flatMap(known -> assets.file(call.account().id(), known.id()));
        if (asset.isEmpty() || file.isEmpty()) {
            return missing();
        }
        var kind = asset.get().kind();
        var name = "%s.%s".formatted(asset.get().id(), kind.wireName());
        return FileAnswer.of(call, file.get(), new FileAnswer.Named(kind.contentType(), name));
    }

    private Answer delete(Call call) throws IOException {
        var id = call.account().id();
        var asset = find(call);
        if (asset.isEmpty()) {
            return missing();
        }
        if (channels.settings(id).slate().picture().assets().contains(asset.get().id())) {
            return Answer.refusal(409, "the slate shows it; choose another picture first");
        }
        return assets.delete(id, asset.get().id()) ? Answer.message("Arquivo removido") : missing();
    }

    private Optional<SlateAsset> find(Call call) throws IOException {
        var text = call.path("asset_id");
        if (!AssetId.isValid(text)) {
            return Optional.empty();
        }
        return assets.list(call.account().id()).stream()
                .filter(asset -> asset.id().value().equals(text))
                .findFirst();
    }

    private static ObjectNode shown(SlateAsset asset) {
        return Json.object()
                .put("id", asset.id().value())
                .put("kind", asset.kind().wireName())
                .put("image", asset.kind().isImage())
                .put("label", asset.label())
                .put("bytes", asset.bytes())
                .put("since", asset.since().toString());
    }

    private static Answer missing() {
        return Answer.refusal(404, "no such image or clip");
    }
}
