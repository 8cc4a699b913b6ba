/// What the station measures: collectors, each on its own, and the loop that gathers them.
@NullMarked
package net.ratonet.station.telemetry;

import org.jspecify.annotations.NullMarked;
