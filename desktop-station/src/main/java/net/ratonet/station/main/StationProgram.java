package net.ratonet.station.main;

import net.ratonet.station.config.StationConfig;

/// What the command line starts once the settings are right.
@FunctionalInterface
interface StationProgram {

    void run(StationConfig config) throws InterruptedException;
}
