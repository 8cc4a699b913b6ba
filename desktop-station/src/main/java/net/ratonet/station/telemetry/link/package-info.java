/// The machine's network interfaces: what they are, what they carry, how good they are.
@NullMarked
package net.ratonet.station.telemetry.link;

import org.jspecify.annotations.NullMarked;
