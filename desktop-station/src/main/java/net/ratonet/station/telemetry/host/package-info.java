/// The field machine itself: load, heat, memory, disk, battery, supply.
@NullMarked
package net.ratonet.station.telemetry.host;

import org.jspecify.annotations.NullMarked;
