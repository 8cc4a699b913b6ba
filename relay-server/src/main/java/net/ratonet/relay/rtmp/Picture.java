package net.ratonet.relay.rtmp;

/// What an SPS says about the pictures.
///
/// @param framesPerSecond 0 when it does not say
public record Picture(int width, int height, double framesPerSecond) {}
