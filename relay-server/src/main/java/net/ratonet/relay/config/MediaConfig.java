package net.ratonet.relay.config;

import java.nio.file.Path;

/// Ports, room and promises of the media side.
///
/// @param rtmpPort 0 for any free port
/// @param folder of recordings and of what streamers bring for their slates
/// @param mostStreams at the same time
/// @param privateOutputs whether streamers' destinations may be on this machine or in its networks
/// @param ffmpeg another program than the bundled one; empty for that
public record MediaConfig(
        SrtConfig srt,
        SrtlaConfig srtla,
        int rtmpPort,
        SlateConfig slate,
        RecordingConfig recording,
        Path folder,
        int mostStreams,
        boolean privateOutputs,
        String ffmpeg,
        GlobalTargets targets) {}
