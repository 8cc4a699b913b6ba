package net.ratonet.relay.ingest.rtmp;

import java.util.Optional;
import net.ratonet.relay.rtmp.FlvBody;
import net.ratonet.relay.rtmp.FlvDemuxer;
import net.ratonet.relay.rtmp.RtmpMessage;
import net.ratonet.relay.session.Intake;
import net.ratonet.relay.session.ts.TsMuxer;

/// Turns one publisher's media into the MPEG-TS of its intake. For one thread.
final class MediaEntry {

    /// Encoders send a few odd frames when they start; this many in a row are no stream.
    private static final int MOST_BROKEN = 100;

    private final FlvDemuxer demuxer;
    private int broken;

    MediaEntry(Intake intake) {
        this.demuxer = new FlvDemuxer(new TsMuxer(intake::write));
    }

    /// Why the publisher cannot go on, if so.
    Optional<String> take(RtmpMessage message) {
        var trouble = demuxer.message(message);
        if (trouble.isEmpty()) {
            broken = 0;
            return Optional.empty();
        }
        return switch (trouble.get()) {
            case FlvBody.NotTaken(var what) ->
                    Optional.of(
                            "The relay does not take %s; set the encoder to H.264 or HEVC with AAC"
                                    .formatted(what));
            case FlvBody.Malformed(var reason) ->
                    ++broken >= MOST_BROKEN
                            ? Optional.of("The media cannot be read: %s".formatted(reason))
                            : Optional.empty();
            case FlvBody.Config _, FlvBody.Frame _, FlvBody.Nothing _ -> Optional.empty();
        };
    }
}
