package net.ratonet.relay.config;

import java.time.Duration;

/// Ports and promises of the media side.
public record MediaConfig(
        int srtBasePort,
        Duration srtLatency,
        int srtMaxLinks,
        String srtPassphrase,
        boolean srtlaEnabled,
        int srtlaSendPort,
        int srtlaReceivePort,
        String srtlaBinary,
        String rtmpPrimaryUrl,
        String rtmpSecondaryUrl) {

    @Override
    public String toString() {
        return "MediaConfig[srt %d, srtla %d]".formatted(srtBasePort, srtlaReceivePort);
    }
}
