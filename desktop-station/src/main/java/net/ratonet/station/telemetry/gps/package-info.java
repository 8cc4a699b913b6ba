/// Where the streamer is: gpsd, a serial receiver, or a fixed place.
@NullMarked
package net.ratonet.station.telemetry.gps;

import org.jspecify.annotations.NullMarked;
