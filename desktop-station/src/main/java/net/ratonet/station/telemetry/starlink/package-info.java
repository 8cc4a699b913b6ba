/// What a Starlink dish tells of itself. The only place that knows gRPC.
@NullMarked
package net.ratonet.station.telemetry.starlink;

import org.jspecify.annotations.NullMarked;
