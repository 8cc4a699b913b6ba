package net.ratonet.station.main;

/// The two words for anything that can be switched.
enum Switch {
    ON,
    OFF
}
