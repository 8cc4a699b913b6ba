/// What a streamer should be told about the station's links and power. Pure, but for its collector.
@NullMarked
package net.ratonet.station.telemetry.advisor;

import org.jspecify.annotations.NullMarked;
