/// Serial ports and the lines that come out of them. The only place that knows jSerialComm.
@NullMarked
package net.ratonet.station.telemetry.serial;

import org.jspecify.annotations.NullMarked;
