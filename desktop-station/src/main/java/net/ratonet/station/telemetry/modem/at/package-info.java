/// Modems that are asked by AT commands on a serial port.
@NullMarked
package net.ratonet.station.telemetry.modem.at;

import org.jspecify.annotations.NullMarked;
