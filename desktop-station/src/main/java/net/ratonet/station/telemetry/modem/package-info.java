/// What all kinds of modems have in common: where to look for them, and how their words are read.
@NullMarked
package net.ratonet.station.telemetry.modem;

import org.jspecify.annotations.NullMarked;
