package net.ratonet.station.config;

import java.util.Optional;

/// Where the stream goes, if that is known from the start.
public record LiveConfig(Optional<StreamTarget> target) {}
