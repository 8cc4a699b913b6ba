package net.ratonet.station.source;

import java.util.Optional;
import net.ratonet.station.config.VideoCodec;

/// What came of really encoding a picture.
///
/// @param fault why the encoder does not work on this machine
public record EncoderTrial(VideoCodec codec, Optional<String> fault) {

    public boolean works() {
        return fault.isEmpty();
    }
}
