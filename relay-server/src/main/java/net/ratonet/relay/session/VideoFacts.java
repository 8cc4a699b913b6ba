package net.ratonet.relay.session;

import java.time.Duration;
import net.ratonet.relay.session.ts.Codec;
import net.ratonet.relay.session.ts.ColourTags;

/// A stream's video.
///
/// @param width of the picture as shown, 0 while the stream has not told
/// @param framesPerSecond as the stream tells or, where it does not, as measured; 0 while unknown
/// @param profile and `level` as the codec numbers them, 0 while unknown
/// @param keyFrameInterval the longest of late, zero while only one key frame has come
/// @param bFrames whether pictures come in another order than they are shown in
public record VideoFacts(
        Codec codec,
        int pid,
        int width,
        int height,
        double framesPerSecond,
        int profile,
        int level,
        Duration keyFrameInterval,
        boolean bFrames,
        ColourTags colours) {}
