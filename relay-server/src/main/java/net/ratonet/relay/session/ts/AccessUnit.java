package net.ratonet.relay.session.ts;

/// One picture, or the audio of one PES packet, as it stood in the stream: video with start codes,
/// AAC in ADTS frames.
///
/// @param pts when to show it, in 1/90,000 s, 33 bits
/// @param dts when to decode it; the same as `pts` where the stream does not say
/// @param keyFrame whether decoding may begin here
@SuppressWarnings("ArrayRecordComponent")
public record AccessUnit(Track track, long pts, long dts, boolean keyFrame, byte[] bytes) {}
