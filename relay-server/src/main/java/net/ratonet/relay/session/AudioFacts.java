package net.ratonet.relay.session;

import net.ratonet.relay.session.ts.Codec;

/// A stream's audio.
///
/// @param sampleRate in Hz, 0 while the stream has not told
/// @param channels 0 while the stream has not told
public record AudioFacts(Codec codec, int pid, int sampleRate, int channels) {}
