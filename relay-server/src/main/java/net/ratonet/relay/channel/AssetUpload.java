package net.ratonet.relay.channel;

/// What became of something that a streamer wanted to bring.
public sealed interface AssetUpload {

    record Kept(SlateAsset asset) implements AssetUpload {}

    /// Neither an image nor a clip of the kinds that can be shown.
    record UnknownKind() implements AssetUpload {}

    /// Larger than a thing of its kind may be.
    record TooLarge(long mostBytes) implements AssetUpload {}

    /// An image with so many pixels that showing it would be an attack.
    record TooManyPixels(int mostPixels) implements AssetUpload {}

    /// The streamer's share of the disk is used up.
    record NoRoom(long freeBytes) implements AssetUpload {}

    /// Another upload of the same streamer is still under way.
    record Busy() implements AssetUpload {}
}
