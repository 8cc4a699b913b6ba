package net.ratonet.relay.output.rtmp;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import net.ratonet.relay.rtmp.RtmpUrl;

/// A destination as a streamer has set it.
///
/// @param platform `twitch`, `youtube`, `kick`, `facebook`, `trovo`, or any other word
/// @param url with the stream key
public record OutputTarget(String platform, String url, boolean enabled) {

    /// Names the destination in the API for as long as its address stays; tells nothing of the key.
    public String id() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            var text = platform + " " + url;
            return HexFormat.of()
                    .formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)), 0, 6);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }

    /// The address without its key.
    public String masked() {
        return RtmpUrl.parse(url).map(RtmpUrl::masked).orElse("***");
    }

    @Override
    public String toString() {
        return "OutputTarget[%s, %s, %s]".formatted(platform, masked(), enabled);
    }
}
