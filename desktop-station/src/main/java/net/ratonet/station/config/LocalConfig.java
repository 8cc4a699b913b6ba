package net.ratonet.station.config;

import java.util.OptionalInt;

/// Who may ask the station for what.
///
/// @param port of the local control; 0 = any free one, absent = no local control
public record LocalConfig(OptionalInt port, boolean moderatorsMayGoLive) {}
