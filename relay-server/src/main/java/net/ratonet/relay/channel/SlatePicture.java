package net.ratonet.relay.channel;

import java.util.List;

/// What is seen while the field is silent.
public sealed interface SlatePicture {

    /// The relay's own picture: a name, a sentence and a clock that moves.
    record Standard() implements SlatePicture {}

    record Image(AssetId asset) implements SlatePicture {}

    /// One after the other, and again from the first.
    record Clips(List<AssetId> assets) implements SlatePicture {

        public static final int MOST = 20;

        public Clips {
            assets = List.copyOf(assets);
            if (assets.isEmpty() || assets.size() > MOST) {
                throw new IllegalArgumentException("assets must be between 1 and 20 clips");
            }
        }
    }

    default List<AssetId> assets() {
        return switch (this) {
            case Standard _ -> List.of();
            case Image(var asset) -> List.of(asset);
            case Clips(var assets) -> assets;
        };
    }
}
